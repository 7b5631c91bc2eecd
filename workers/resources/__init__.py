"""Knowledge as data, loaded once and frozen: `language` (words), `taxonomy` (skills, occupations), `places`, `text` (folding)."""
