"""The errors of the product; each message says what is wrong, where, what is allowed and what to do next."""

REPAIR = "make data"
"""The command that builds both data sets, again where one is missing or damaged: what an error advises."""


class CongdoanError(Exception):
    """Root of every error that the product raises itself."""


class DataError(CongdoanError):
    """A row of the catalogue or of the facts breaks a rule; nothing was published."""


class SnapshotError(CongdoanError):
    """The snapshot to read is missing, empty, foreign or corrupt."""


class StoreError(CongdoanError):
    """The control store cannot be read or written; `reason` is a code of why, and nothing was changed."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class QueryError(CongdoanError):
    """A query file or the inputs given to it are not what the header declares."""


class TextError(CongdoanError):
    """A word was asked for that the text catalogue does not hold."""


class PackError(CongdoanError):
    """A file of a pack could not be made; none was written."""
