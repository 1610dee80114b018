"""`python -m console` and the installed `engagement-console`."""

from console.cli.main import main

if __name__ == "__main__":
    main()
