# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the unit tests of the program that imports it, and prints what they found as TAP."""
import sys
import unittest


class TapResult(unittest.TestResult):
    """Prints one TAP line for each test as it ends; no test may be skipped."""

    n = 0

    def startTest(self, test):
        super().startTest(test)
        self.problems = []

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.problems.append(self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        if not isinstance(test, unittest.TestCase):  # what goes before all tests of a class
            self.startTest(test)
            self.problems.append(self.errors[-1][1])
            self.stopTest(test)
        else:
            self.problems.append(self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.addFailure(subtest, err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.problems.append(reason)

    def stopTest(self, test):
        super().stopTest(test)
        self.n += 1
        print("not ok" if self.problems else "ok", self.n, test.id().removeprefix("__main__."))
        for line in "\n".join(self.problems).splitlines():
            print("#", line)
        sys.stdout.flush()


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    if len(sys.argv) > 1:
        suite = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:], sys.modules["__main__"])
    print(f"1..{suite.countTestCases()}")
    result = TapResult()
    suite.run(result)
    sys.exit(not result.wasSuccessful() or bool(result.skipped))
