class Refused(Exception):
    """A command cannot do what was asked; the message is for the person who asked, and nothing was written."""
