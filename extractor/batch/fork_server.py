"""What the process that workers are forked from loads, and no other: it takes away the folder of its socket at its end.

That end comes when all that it serves have ended, so nothing is left behind by a run that is killed, at any moment.
"""

import atexit
import shutil
from multiprocessing import forkserver
from pathlib import Path


def remove_folder() -> None:
    """Remove the folder that `multiprocessing` made for the socket; a run that ends by itself has done so before."""
    address = forkserver._forkserver._forkserver_address  # type: ignore[attr-defined] # noqa: SLF001 - it is told nowhere else
    if address:
        shutil.rmtree(Path(address).parent, ignore_errors=True)


atexit.register(remove_folder)
