from tests.stage import caller, client, data, database, intruder, stranger

__all__ = ["caller", "client", "data", "database", "intruder", "stranger"]
