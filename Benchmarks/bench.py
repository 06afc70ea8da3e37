"""Measures directives against the programs that its readers would use otherwise: one table, side by side in one run.

    python3 Benchmarks/bench.py [--runs 5] [--only PART-OF-A-ROW'S-NAME] [--clock processor] [--program PATH]

Each row takes turns, ours and theirs, RUNS times (at least five for figures to keep); the table has medians, and the
ratio is the median of the ratios pair by pair, so that a machine whose speed drifts spoils neither.
"""

import argparse
import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

import inputs
import screen
from screen import Screen

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Row:
    name: str
    ours: Callable[[], float]
    theirs_name: str
    theirs: Callable[[], float] | None
    # The most that ours/theirs may be, or without theirs ours itself.
    goal: float | None = None
    unit: str = "s"


# The turn that is measured, from 0.
turn = 0


def once(measure):
    """What several rows tell of is measured once in each turn."""
    known = {}

    def answer():
        if turn not in known:
            known[turn] = measure()
        return known[turn]

    return answer


# Whole processes


# What times are: "wall", or "processor" where other work on the machine would spoil them.
clock = "wall"


def run(command, stdin=None):
    """Runs a command to its end with its output thrown away: seconds of the clock, and peak bytes."""
    with open(stdin or os.devnull) as source:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {process.returncode}")
    seconds = wall if clock == "wall" else usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss * 1024


def whole(*command, stdin=None):
    return lambda: run(command, stdin)[0]


def peak(*command):
    return lambda: run(command)[1]


# Screens


def first_frame(*command, **options):
    def measure():
        with Screen(command) as terminal:
            return terminal.first_frame(**options)

    return measure


def first_text(*command, path):
    """Until the file's first words are on the screen, whatever else is still to come."""
    with open(path, "rb") as file:
        words = file.read(200).split()[0]
    return first_frame(*command, path, quiet=0.0, until=words)


class Keys:
    """Presses keys many times in a program that stays open.

    A series is its name, the keys that lead to where it begins, and the keys that are pressed in it, in their order; then
    for how many seconds nothing must come where that is not 10 ms. All series are pressed one after the other in one
    program. The processors of a virtual machine wake slowly for seconds at a time, so that after each key `j` is pressed
    in another program, `beside`.
    """

    def __init__(self, command, *series, beside=None):
        self.command, self.series, self.beside, self.measured = command, series, beside, once(self.press)

    def press(self):
        """By the name of a series, for each key that was answered the seconds until the last byte of its frame and how
        many bytes came, and the same of the keys beside."""
        measured = {}
        with Screen(self.command) as terminal, Screen(self.beside or ["cat"]) as other:
            terminal.ready()
            if self.beside:
                other.ready()
            for name, before, keys, *quiet in self.series:
                for key in before:
                    self.answer(terminal, key, quiet=0.1)
                answers, others = [], []
                for key in keys:
                    answers.append(self.answer(terminal, key, quiet=quiet[0] if quiet else 0.01))
                    if self.beside:
                        others.append(self.answer(other, "j", quiet=0.01))
                measured[name] = self.answered(answers), self.answered(others)
        return measured

    @staticmethod
    def answered(answers):
        answered = [answer for answer in answers if answer is not None]
        if len(answered) < len(answers) * 9 // 10:  # a busy machine draws a frame or two with the one before
            raise TimeoutError(f"{len(answered)} answers to {len(answers)} keys")
        return answered

    @staticmethod
    def answer(terminal, key, quiet):
        try:
            return terminal.press(key, quiet=quiet, patience=2)
        except TimeoutError:
            return None

    def percentile(self, name, percent, beside=False):
        return lambda: at(percent, [seconds for seconds, _ in self.measured()[name][beside]])

    def bytes(self, name):
        return lambda: statistics.median(size for _, size in self.measured()[name][0])


def at(percent, values):
    """The nearest rank: the smallest value that `percent` of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def far_jump(command):
    """From Enter after a word that stands 50 MB away until its line is on the screen."""

    def measure():
        with Screen(command) as terminal:
            terminal.ready()
            return terminal.press(f"/{inputs.FAR_WORD}\r", quiet=0.1, until=b"FARPLACE")[0]

    return measure


def last_letter(program, path, word):
    """A search within the loaded text: from the last letter of a word typed after / to the frame of its first match."""

    def measure():
        with Screen([program, path]) as terminal:
            terminal.ready()
            terminal.press("/" + word[:-1], quiet=0.2)
            return terminal.press(word[-1], quiet=0.05)[0]

    return measure


def peak_of_browser(program, path, key="j"):
    def measure():
        with Screen([program, path]) as terminal:
            terminal.ready()
            terminal.press(key, quiet=0.3)
            return terminal.peak_bytes()

    return measure


def idle(program, path, seconds=2.0):
    """Processor seconds used while nobody presses a key."""

    def measure():
        with Screen([program, path]) as terminal:
            terminal.ready()
            before, wakeups = terminal.processor_seconds(), terminal.wakeups()
            time.sleep(seconds)
            return terminal.processor_seconds() - before + (terminal.wakeups() - wakeups)

    return measure


# The table


def rows(program, texts, folder, speech, headings):
    big, laws, small = texts["100MB"], texts["laws"], texts["1MB"]
    down = ["\x1b[6~"]
    ours = Keys(
        [program, laws],
        ("j", [], ["j"] * 200),
        ("PageDown", ["zR", "gg"], down * 200),
        ("fold and unfold all", ["gg"], ["zM", "zR"] * 100),
        ("picker", ["gg", "@"], list("right of ap")),
        ("filter", ["\x1b", "&"], list("article 5")),
        # How many points match is told when no letter has followed for 25 ms.
        ("filter, counted", ["\x1b", "&"], list("article 5"), 0.08),
        ("j in the text", ["\x1b", "\t", "gg"], ["j"] * 200),
        ("PageDown in the text", ["gg"], down * 200),
        ("n", ["\t", "gg", "/Article\r"], ["n"] * 200), beside=["less", laws])
    less = Keys(
        ["less", laws], ("j", [], ["j"] * 100), ("f", ["g"], ["f"] * 100), ("n", ["g", "/Article\r"], ["n"] * 100))
    outline, cmark = once(whole(program, "outline", big)), once(whole("cmark", big))

    yield Row("start: --version", whole(program, "--version"), "less", whole("less", "--version"))
    yield Row("outline of the speech", whole(program, "outline", speech), "less --version", whole("less", "--version"))
    for name, path, quiet, goal in [
        # A long file's beginning is shown while the rest is read: its last frame comes later.
        ("the speech", speech, 0.3, 2), ("100 MB", big, 3, None), ("one line, 100 MB", texts["line"], 3, None)
    ]:
        shown = once(first_frame(program, path, quiet=quiet))
        for other in [["less"], ["vim", "-R"]]:
            yield Row(
                f"first frame: {name}", shown, " ".join(other),
                first_frame(*other, path, quiet=quiet), goal if other == ["less"] else None)
    for name, path in [("100 MB", big), ("one line, 100 MB", texts["line"])]:
        yield Row(f"first text: {name}", first_text(program, path=path), "less", first_text("less", path=path))

    yield Row("outline of 100 MB", outline, "cmark", cmark, 1 / 10)
    yield Row("outline of 100 MB", outline, "wc -l", whole("wc", "-l", big))
    yield Row("outline of 100 MB, one core", whole("taskset", "-c", "0", program, "outline", big), "cmark", cmark)

    for kind, word, option in [
        ("literal", "工会", "-F"), ("either case", "parliament", "-i"), ("regular expression", "第[一二三]+条", "-e")
    ]:
        yield Row(
            f"every match in the loaded text: {kind}", last_letter(program, big, word), "rg -c",
            whole("rg", "-c", option, word, big), 1)
        search = once(whole(program, "search", *(["-F"] if option == "-F" else []), word, big))
        yield Row(f"search, whole command: {kind}", search, "rg", whole("rg", option, word, big), 10)
        yield Row(
            f"search, whole command: {kind}", search, "grep",
            # Without -c, grep leaves at the first match when it writes to /dev/null.
            whole("grep", "-c", "-E", *(["-i"] if option == "-i" else []), word, big))
    yield Row(
        "every match in one line of 100 MB", last_letter(program, texts["line"], "工会"), "rg -c",
        whole("rg", "-c", "-F", "工会", texts["line"]), 1)
    far = once(far_jump([program, big]))
    yield Row("far match: 50 MB away", far, "less", far_jump(["less", big]), 1 / 20)
    yield Row("far match: 50 MB away", far, "vim -R", far_jump(["vim", "-R", big]))
    yield Row(
        "3,500 documents", whole(program, "search", "-r", "工会", folder), "rg", whole("rg", "工会", folder), 3)

    for name in [
        "j", "j in the text", "PageDown", "PageDown in the text", "n", "fold and unfold all", "filter", "filter, counted"
    ]:
        for percent in [50, 99]:
            yield Row(
                f"{name}: p{percent}", ours.percentile(name, percent), "less j beside",
                ours.percentile(name, percent, beside=True), 1 if percent == 99 and name != "filter, counted" else None)
    same = Keys(["less", laws], ("j", [], ["j"] * 200), beside=["less", laws])  # how far chance goes
    yield Row("less j: p99", same.percentile("j", 99), "less j beside", same.percentile("j", 99, beside=True))
    yield Row("n: p50", ours.percentile("n", 50), "less n", less.percentile("n", 50))
    yield Row(
        "picker, each letter: slowest", ours.percentile("picker", 99), "fzf --filter",
        whole("fzf", "--filter", "right of ap", stdin=headings), 1)
    for name, key in [("j", "j"), ("j in the text", "j"), ("PageDown in the text", "f")]:
        yield Row(f"bytes sent: {name}", ours.bytes(name), f"less {key}", less.bytes(key), None, "B")

    yield Row("peak memory: outline", peak(program, "outline", big), "the file", lambda: os.path.getsize(big), 2, "B")
    yield Row("peak memory: browser", peak_of_browser(program, big), "the file", lambda: os.path.getsize(big), 2, "B")
    yield Row("idle for 2 s", idle(program, big), "", None, 0)
    ten = once(whole(program, "outline", texts["10MB"]))
    yield Row("growth: outline, 100 MB / 10 MB", outline, "10 MB", ten, 11)
    yield Row("growth: outline, 10 MB / 1 MB", ten, "1 MB", whole(program, "outline", small), 11)
    yield Row(
        "growth: search, 100 MB / 10 MB", whole(program, "search", "工会", big), "10 MB",
        whole(program, "search", "工会", texts["10MB"]), 11)
    frames = [Keys([program, path], ("j", ["\t"], ["j"] * 200)).percentile("j", 50) for path in [big, small]]
    yield Row("growth: a frame, 100 MB / 1 MB", frames[0], "1 MB", frames[1], 1.2)
    stripped = program + ".stripped"
    if os.path.exists(stripped):
        yield Row("release, stripped", lambda: os.path.getsize(stripped), "", None, 16_000_000, "B")


def shown(value, unit):
    if value is None:
        return ""
    if unit == "B":
        return f"{value / 1e6:.1f} MB" if value >= 100_000 else f"{value:.0f} B"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.1f} ms"


def measure(row, runs):
    """The table's cells of a row, and whether it meets its goal."""
    global turn
    pairs = []
    for turn in range(runs):
        pairs.append((row.ours(), row.theirs() if row.theirs else None))
    ours = statistics.median(pair[0] for pair in pairs)
    if row.theirs:
        theirs = statistics.median(pair[1] for pair in pairs)
        figure = statistics.median(one / other for one, other in pairs)
        ratio = f"{figure:.2f}" if figure >= 0.1 else f"1/{1 / figure:.0f}"
    else:
        theirs, figure, ratio = None, ours, ""
    goal = "" if row.goal is None else f"{row.goal:g}" if row.goal >= 1 or not row.theirs else f"1/{1 / row.goal:.0f}"
    if goal and not row.theirs:
        goal = shown(row.goal, row.unit)
    verdict = "" if row.goal is None else "met" if figure <= row.goal else "missed"
    return [row.name, shown(ours, row.unit), row.theirs_name, shown(theirs, row.unit), ratio, goal, verdict]


def machine():
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "unknown")
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} × {model}, {os.uname().release}, load {load:.1f} when begun"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(HERE.parent / ".build/release/directives"))
    parser.add_argument("--corpus", default=str(HERE.parent.parent / "shared/corpus/dev"))
    parser.add_argument("--speech", default=str(HERE.parent.parent / "shared/speech.txt"))
    parser.add_argument("--inputs", default=str(HERE.parent / ".build/benchmarks"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--clock", choices=["wall", "processor"], default="wall")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    global clock
    clock = screen.clock = options.clock

    if not os.path.isdir(options.corpus):
        sys.exit(f"bench: {options.corpus}: no such folder; the texts are made from it")
    with tempfile.TemporaryDirectory() as home:  # nothing was kept of any reading
        screen.ENVIRONMENT["HOME"] = home
        table(options)


def table(options):
    texts = inputs.make(options.corpus, options.inputs)
    folder = inputs.make_folder(options.corpus, options.inputs)
    headings = os.path.join(options.inputs, "headings.txt")
    with open(headings, "w") as file:
        subprocess.run([options.program, "outline", texts["laws"]], stdout=file, check=True)
    with open(headings) as file:
        points = sum(1 for _ in file)

    print(f"{machine()}; medians of {options.runs}; {clock} time; keys at {points:,} points\n")
    print("| what | directives | against | theirs | ratio | goal | |\n|---|---|---|---|---|---|---|", flush=True)
    missed = 0
    for row in rows(options.program, texts, folder, options.speech, headings):
        if options.only not in row.name:
            continue
        inputs.bring_in(texts.values())
        try:
            cells = measure(row, options.runs)
        except (RuntimeError, TimeoutError) as error:
            cells = [row.name, str(error), row.theirs_name, "", "", "", "missed"]
        missed += cells[-1] == "missed"
        print("| " + " | ".join(cells) + " |", flush=True)
    print(f"\n{missed} goals missed" if missed else "\nall goals met")


if __name__ == "__main__":
    main()
