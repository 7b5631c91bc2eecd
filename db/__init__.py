"""What is remembered: settings, database, sealed files and columns, and one model file per noun."""
