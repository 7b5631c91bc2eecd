from tests.acceptance.server import folder, server

__all__ = ["folder", "server"]
