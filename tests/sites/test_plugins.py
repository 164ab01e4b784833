"""Layouts of other packages, installed as users install them."""

import os
import subprocess
import sys
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from extractor import layout, sites
from extractor.errors import UsageError
from extractor.readers import html_facts as old_html_facts
from extractor.readers import layout as old_layout
from tests.paths import ROOT

_LAYOUT = """
from extractor.layout import HtmlFacts, Layout, Part, Selector

LAYOUT = Layout(
    name="pluginsite",
    hosts=("plugin.example",),
    html=HtmlFacts(selectors=(
        Selector(Part.ANSWER, ".reply"), Selector(Part.TITLE, "h1"), Selector(Part.BODY, ".reply .says"),
    )),
)
"""
_METADATA = "Metadata-Version: 2.1\nName: extractor-plugin-site\nVersion: 1.0\n"
_WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_PAGE = "<html><h1>Is it normal?</h1><div class=reply><p class=says>It is.</p></div></html>"
_READ = f"""
from extractor import extract
page = extract({_PAGE!r}, url="https://plugin.example/q/1")
print(page.site, page.question.title, page.answers[0].body, sep="|")
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a plug-in package that pip has installed from a wheel."""
    folder = tmp_path_factory.mktemp("plugin")
    wheel = folder / "extractor_plugin_site-1.0-py3-none-any.whl"
    info = "extractor_plugin_site-1.0.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("extractor_plugin_site.py", _LAYOUT)
        archive.writestr(f"{info}/METADATA", _METADATA)
        archive.writestr(f"{info}/WHEEL", _WHEEL)
        archive.writestr(f"{info}/entry_points.txt", "[extractor.layouts]\npluginsite = extractor_plugin_site:LAYOUT\n")
        archive.writestr(f"{info}/RECORD", "")
    target = folder / "site"
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return target


def test_the_layout_of_an_installed_package_reads_its_site(installed: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (installed, ROOT)))}
    done = subprocess.run(
        [sys.executable, "-c", _READ], check=True, capture_output=True, text=True, env=environment, timeout=300
    )
    assert done.stdout.strip() == "pluginsite|Is it normal?|It is."


@pytest.mark.parametrize("value", ["no_such_module:LAYOUT", "extractor.sites.generic:NOTHING", "os:sep"])
def test_what_is_no_layout_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("broken", value, sites.ENTRY_POINTS)
    monkeypatch.setattr(sites, "entry_points", lambda **_: [entry])
    sites.all_layouts.cache_clear()
    with pytest.raises(UsageError, match="broken"):
        sites.all_layouts()
    monkeypatch.undo()
    sites.all_layouts.cache_clear()
    assert sites.all_layouts()[-1].is_generic


def test_a_misspelt_group_is_refused_with_the_layout_s_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = r"Mark(Kind.COUNT, r'(?P<cnt>\d+) replies')"
    (tmp_path / "misspelt.py").write_text(
        f"from extractor.layout import Kind, Layout, Mark\nLAYOUT = Layout(name='m', marks=({mark},))\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(
        sites, "entry_points", lambda **_: [EntryPoint("misspelt", "misspelt:LAYOUT", sites.ENTRY_POINTS)]
    )
    sites.all_layouts.cache_clear()
    with pytest.raises(UsageError, match=r"'misspelt' .*cnt.*replies.*groups that are read: .*count"):
        sites.all_layouts()
    monkeypatch.undo()
    sites.all_layouts.cache_clear()


@pytest.mark.parametrize("old", [old_html_facts, old_layout])
def test_the_old_places_of_the_names_warn(old: ModuleType) -> None:
    with pytest.warns(DeprecationWarning, match=r"from extractor\.layout"):
        assert old.Layout is layout.Layout
    assert not hasattr(old, "Nothing")
