"""The one exception that is meant for the user."""


class ThiduaError(Exception):
    """A failure the user can act on, shown without a traceback.

    ``message`` and ``hint`` are Vietnamese sentences. Anything else that is raised is a bug of ours.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
