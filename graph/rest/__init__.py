"""The two legacy contracts, on the same services as GraphQL."""
