"""`python -m extractor`, and the command `extractor`."""

import signal


def start() -> None:
    """Run the command; Ctrl-C while it is loaded ends the process without a word, since nothing has been begun."""
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:  # it is ignored where a shell began the command behind others
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from extractor.cli import main  # noqa: PLC0415 - not before it is known what Ctrl-C does

    signal.signal(signal.SIGINT, heard)
    main()


if __name__ == "__main__":
    start()
