"""The doors: GraphQL, the two REST contracts, the command line."""
