"""The texts that are measured, made from the dev documents of the corpus into a folder of its own.

Each round goes through all documents and changes the numbers inside them (three digits and more: years, amounts,
references), so that no round repeats the bytes of another while numbering and line lengths stay as they are.
"""

import os
import pathlib
import re

NUMBER = re.compile(rb"\d{3,}")

# Stands once in each text, halfway, and nowhere in the corpus: what a reader looks for far away.
FAR_WORD = "quokka"
FAR_LINE = f"FARPLACE holds the only {FAR_WORD} of the text.\n".encode()


# The genres that are dense with points: 70 MB of them have 0.3 million.
LAWS = "*-law"


def documents(corpus, genres="*"):
    return [path.read_bytes() for path in sorted(pathlib.Path(corpus).glob(f"{genres}/*.txt"))]


def renumbered(text, round_number):
    def other(match):
        width = len(match[0])
        return b"%0*d" % (width, (int(match[0]) + 7 * round_number) % 10**width)

    return NUMBER.sub(other, text) if round_number else text


def long_text(texts, size):
    """Documents one after the other, `size` bytes and a little more, ended with the last whole document."""
    parts, total, round_number = [], 0, 0
    marked = False
    while total < size:
        for text in texts:
            part = renumbered(text, round_number).rstrip() + b"\n\n"
            if not marked and total >= size / 2:
                part, marked = part + FAR_LINE + b"\n", True
            parts.append(part)
            total += len(part)
            if total >= size:
                break
        round_number += 1
    return b"".join(parts)


def make(corpus, folder):
    """The texts by name, made where they do not exist yet."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    megabyte = 1_000_000
    sizes = {"1MB": 1, "10MB": 10, "100MB": 100, "laws": 70, "line": 100}
    paths = {name: folder / f"{name}.txt" for name in sizes}
    for name, path in paths.items():
        if path.exists():
            continue
        text = long_text(documents(corpus, LAWS if name == "laws" else "*"), sizes[name] * megabyte)
        path.write_bytes(text if name != "line" else re.sub(rb"\s*\n\s*", b" ", text) + b"\n")
    return {name: str(path) for name, path in paths.items()}


def bring_in(paths):
    """Has the system read the texts from the disk in one go, as for somebody who has just come by them. One that lies
    unread for a while is written out of memory page by page on some machines, and comes back page by page; then programs
    that map it wait several times as long for it as others do."""
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while file.read(1 << 20):
                pass


def make_folder(corpus, folder, count=3500):
    """A folder of `count` documents, those of the corpus with their numbers changed."""
    folder = pathlib.Path(folder) / f"library-{count}"
    if not folder.exists():
        folder.mkdir(parents=True)
        texts = documents(corpus)
        for number in range(count):
            text = renumbered(texts[number % len(texts)], number // len(texts))
            (folder / f"{number:04}.txt").write_bytes(text)
    return str(folder)
