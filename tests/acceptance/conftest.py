from tests.acceptance.server import folder, server, swept

__all__ = ["folder", "server", "swept"]
