"""Runs a full-screen program on a pseudo-terminal, presses keys, and takes the time until its screen stands still."""

import fcntl
import glob
import os
import pty
import select
import signal
import struct
import termios
import time

# What times are: "wall", or "processor" where other work on the machine would spoil them.
clock = "wall"

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "TERM": "xterm-256color",
    "LANG": "C.UTF-8",
    "LESSHISTFILE": "-",
    "HOME": "/nonexistent",
}


class Screen:
    def __init__(self, command, rows=24, columns=80):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, ENVIRONMENT)
        self.used = 0.0

    def settle(self, since, quiet=0.05, patience=120.0, until=None):
        """Seconds from `since` to the last byte before `quiet` seconds of silence, and how many bytes came.

        With `until`, silence before these bytes have come does not count: the program is still at work.
        """
        last, received = None, b""
        while True:
            waiting = patience if last is None or (until and until not in received) else quiet
            if not select.select([self.terminal], [], [], waiting)[0]:
                break
            try:
                chunk = os.read(self.terminal, 1 << 16)
            except OSError:
                break
            if not chunk:
                break
            received += chunk
            last = time.perf_counter()
        if last is None or (until and until not in received):
            raise TimeoutError(f"no answer within {patience} s")
        used, self.used = self.used, self.processor_seconds()
        return last - since if clock == "wall" else self.used - used, len(received)

    def first_frame(self, **options):
        return self.settle(self.started, **options)[0]

    def ready(self):
        """Waits until the program answers a key: the first screen of a long file is there before that."""
        self.first_frame(quiet=0.1)
        self.press("\x0c", quiet=0.1)  # redraws the screen

    def press(self, keys, **options):
        since = time.perf_counter()
        os.write(self.terminal, keys.encode())
        return self.settle(since, **options)

    def processor_seconds(self):
        """What the program's threads have used so far."""
        return time.clock_gettime(~self.pid << 3 | 2)  # the kernel's number for another process's processor clock

    def wakeups(self):
        """How often its threads have been put aside and taken up again."""
        switches = 0
        for status in glob.glob(f"/proc/{self.pid}/task/*/status"):
            with open(status) as file:
                switches += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
        return switches

    def peak_bytes(self):
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(line.split()[1]) * 1024 for line in file if line.startswith("VmHWM"))

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
