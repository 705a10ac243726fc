"""`python -m vbcli`."""

from vbcli.app import run

if __name__ == "__main__":
    run()
