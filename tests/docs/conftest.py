"""The site of the documentation, which two modules look at."""

from pathlib import Path

import pytest

from scripts.pictures import build_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site; what asks for it fails if there is anything to warn of."""
    folder = tmp_path_factory.mktemp("site")
    build_site(folder)
    return folder
