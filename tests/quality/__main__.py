"""`python -m tests.quality [-v] [--pin [--allow-regression]]`: what is reached on the samples; pin it as floors."""

import argparse
import sys

from .floors import lowered, measure, pin, pinned, reached


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list every fault")
    parser.add_argument("--pin", action="store_true", help="write what is reached as the new floors")
    parser.add_argument("--allow-regression", action="store_true", help="let --pin lower a floor")
    options = parser.parse_args()
    tallies = measure()
    now = reached(tallies)
    for part, tally in tallies.items():
        counts = f"right {tally.right:4}  invented {tally.invented:3}  missed {tally.missed:3}"
        sys.stdout.write(f"{part:10} F1 {tally.f1:.4f}  {counts}  floor {pinned().get(part)}\n")
        if options.verbose:
            sys.stdout.writelines(f"    {fault}\n" for fault in tally.faults)
    if not options.pin:
        return 0
    fallen = lowered(now)
    if fallen and not options.allow_regression:
        sys.stderr.write(f"not pinned, lower than before: {fallen} (--allow-regression lets it)\n")
        return 1
    pin(now)
    return 0


if __name__ == "__main__":
    sys.exit(main())
