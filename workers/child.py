"""The far end of `offload`: a process that answers questions over two pipes until they close."""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import resource
import signal
import struct
import sys
import traceback
from importlib import import_module
from typing import BinaryIO, NamedTuple

from workers.errors import CvError, ErrorCode, InvalidFile

LENGTH = struct.Struct("!Q")
_PR_SET_PDEATHSIG = 1
_INHERITED = frozenset(
    ("PATH", "HOME", "CVGRAPH_TAXONOMY", "LANG", "TZ", "TMPDIR", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT")
)
_INHERITED_GROUPS = ("LC_", "PYTHON", "XDG_", "FONTCONFIG_")
_warm: set[str] = set()


def serve(memory: int) -> None:
    """The child's whole life: read a question, answer it, until the pipe closes."""
    _die_with_parent()
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    while head := questions.read(LENGTH.size):
        _send(answers, _reply(questions.read(*LENGTH.unpack(head)), memory))


def _die_with_parent() -> None:
    """Ends with the thread that started it, without a core file."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() == 1:
        sys.exit()


def _send(stream: BinaryIO, body: bytes) -> None:
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


def _reply(body: bytes, memory: int) -> bytes:
    try:
        function, args = pickle.loads(body)
        _limit(memory)
        answer = ("result", function(*args))
    except CvError as error:
        answer = ("error", error)
    except (MemoryError, RecursionError):
        answer = ("error", too_complex())
    except Exception as error:
        answer = ("error", too_complex()) if _lacked_memory(error) else ("failure", _where(error))
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if isinstance(answer[1], InvalidFile):
        _give_back()
    return pickle.dumps((*answer, _held()), pickle.HIGHEST_PROTOCOL)


class Held(NamedTuple):
    """The memory of this process in bytes: the most it has held, and now. getrusage would count the parent's, from before the start."""

    peak: int = 0
    now: int = 0


def _held() -> Held:
    with open("/proc/self/status", "rb") as status:
        sizes = {line.split(b":")[0]: int(line.split()[1]) * 1024 for line in status if line.startswith((b"VmHWM", b"VmRSS"))}
    return Held(sizes.get(b"VmHWM", 0), sizes.get(b"VmRSS", 0))


def _give_back() -> None:
    """What a document that was too large left behind goes to the system: the next one has the same limit."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)


def too_complex() -> InvalidFile:
    return InvalidFile("Reading the file needs more memory than a CV may take. Export it as a plain PDF.", ErrorCode.FILE_TOO_COMPLEX)


def _limit(memory: int) -> None:
    """Addresses are given out in advance of memory: what is mapped already and not used is allowed on top."""
    with open("/proc/self/statm", "rb") as stat:
        mapped, resident = (int(pages) * resource.getpagesize() for pages in stat.read().split()[:2])
    resource.setrlimit(resource.RLIMIT_AS, (mapped + max(memory - resident, 2**24), resource.RLIM_INFINITY))


# What a library asks for at once when it says by another error that memory ran out.
_BREATH = 2**24


def _lacked_memory(error: BaseException | None) -> bool:
    """Libraries answer a refused allocation with errors of their own, after a MemoryError or where none is left to be had."""
    while error:
        # SystemError: a function written in C gave up without a word.
        if isinstance(error, MemoryError | SystemError):
            return True
        error = error.__cause__ or error.__context__
    try:
        bytearray(_BREATH)
    except MemoryError:
        return True
    return False


def _where(error: Exception) -> str:
    """Type and place of a failure. Its message stays here: it may quote the document."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return f"{type(error).__name__} at " + " < ".join(f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in reversed(frames))


def prepare(modules: tuple[str, ...]) -> None:
    """Imports, and the `warm_up` of each module of ours that has one: dictionaries are read before the first job needs them."""
    for home in modules:
        import_module(home)
    for name, module in list(sys.modules.items()):
        if name.startswith("workers.") and name not in _warm and "warm_up" in vars(module):
            _warm.add(name)
            module.warm_up()
    # What every job needs stays: looking through it for garbage slows each of them.
    gc.collect()
    gc.freeze()


def plain_environment() -> dict[str, str]:
    """What a reading process needs to know. Keys and addresses of databases are not among it."""
    return {name: value for name, value in os.environ.items() if name in _INHERITED or name.startswith(_INHERITED_GROUPS)}
