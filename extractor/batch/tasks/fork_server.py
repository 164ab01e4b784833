"""What the process that workers are forked from loads, and no other: it takes away the folder of its socket at its end.

That end comes when all that it serves have ended, so nothing is left behind by a run that is killed, at any moment.
"""

import atexit
import os
import shutil
from multiprocessing import forkserver
from pathlib import Path


def remove_folder(loaded_by: int) -> None:
    """Remove the folder that `multiprocessing` made for the socket; a run that ends by itself has done so before.

    `loaded_by` is the process that loaded this module. Nothing is removed by one that was forked from it, whose end is
    not that of the server, nor by one that began a server itself and removes its folder in its own time.
    """
    server = vars(forkserver._forkserver)  # noqa: SLF001 - it is told nowhere else
    address, began = server["_forkserver_address"], server["_forkserver_pid"]
    if address and began is None and os.getpid() == loaded_by:
        shutil.rmtree(Path(address).parent, ignore_errors=True)


atexit.register(remove_folder, os.getpid())
