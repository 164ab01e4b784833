"""The command line against real servers; what is interrupted is a process of its own, as a user starts it."""

import csv
import json
import signal
import subprocess
import sys
from collections import Counter
from html import escape
from pathlib import Path
from threading import Event

import pytest
from warcio.archiveiterator import ArchiveIterator

from extractor.evaluation.gold import gold_pages
from extractor.web import file_stem
from tests.batch.processes import session, wait_until
from tests.cli.running import ENVIRONMENT, PATIENCE, run, shell_code
from tests.paths import FIXTURES
from tests.web.servers import Handler, serving

TEXTS = [page.path for page in gold_pages(FIXTURES / "realself") if page.path.suffix == ".txt"][:6]
ALONE = ("-j", "1")
"""One worker: starting more takes longer than these tests."""
POLITE = ("--allow-private", "--delay", "0.02", "--contact", "me@example.org")
SECRETS = ("secret", "Authorization", "Set-Cookie")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def records(path: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(Path(path).read_bytes())
    return found


def outputs(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.is_file()}


def results(folder: str, name: str) -> dict[str, bytes]:
    """Records and failures: all that does not speak of the run itself."""
    files = {path.removeprefix(name): content for path, content in outputs(folder).items()}
    return {kind: content for kind, content in files.items() if kind not in {".run.json", ".inputs.jsonl"}}


def html_page(title: str, answers: list[tuple[str, str]], declared: int, links: str) -> bytes:
    """A question page with a structure that any reader of HTML should see."""
    people = "".join(
        f'<div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer">'
        f'<div itemprop="text"><p>{escape(body)}</p></div>'
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        f'<span itemprop="name">{doctor}</span></span></div>'
        for body, doctor in answers
    )
    return (
        f"<!doctype html><html><head><title>{title}</title></head>"
        f'<body itemscope itemtype="https://schema.org/QAPage">'
        f'<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">{title}</h1>'
        f'<div itemprop="text"><p>It has been six weeks since my operation. Should I worry?</p></div>'
        f'<span itemprop="answerCount">{declared}</span>{people}</div><nav>{links}</nav></body></html>'
    ).encode()


def site(request: Handler) -> None:
    name, _, query = request.path.partition("?")
    if name == "/robots.txt":
        request.send(b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    elif name.startswith("/text/"):
        request.send(TEXTS[int(name[6:])].read_bytes(), Content_Type="text/plain", Set_Cookie="id=secret", ETag=name)
    elif name == "/question/swelling":
        page = int(query.removeprefix("page=") or 1)
        answers = [
            (
                f"Swelling on page {page} goes away by month {number + 3}, so please be patient with it.",
                f"Ada Quill {number}, MD",
            )
            for number in range(2)
        ]
        links = "".join(f'<a href="{name}?page={number}">{number}</a>' for number in (1, 2, 3))
        request.send(html_page("Is swelling normal?", answers, 6, links), X_Robots_Tag="noai")
    elif name.startswith("/picture"):
        request.send(b"\x89PNG\r\n\x1a\n", Content_Type="image/png")
    elif name == "/wall":
        request.send(b"<title>Just a moment...</title>", status=403)
    elif name == "/sitemap.xml":
        places = "".join(f"<url><loc>http://{request.headers['Host']}/text/{n}</loc></url>" for n in range(len(TEXTS)))
        request.send(f"<urlset>{places}</urlset>".encode(), Content_Type="application/xml")
    else:
        request.send(status=404)


def test_a_page_by_its_address() -> None:
    with serving(site) as running:
        done = run(f"{running.url}/text/0", *POLITE)
    assert (done.exit_code, done.stdout) == (0, "")
    port = running.url.rpartition(":")[2]
    (record,) = records(f"output/127-0-0-1-{port}-text-0.json")
    assert (record["source"], record["url"]) == (f"{running.url}/text/0", f"{running.url}/text/0")
    assert record["provenance"]["status"] == 200  # type: ignore[index] # an object
    assert sorted(path.suffix for path in Path("output").iterdir()) == [".csv", ".json"]


@pytest.mark.parametrize("pictures", [1, 2], ids=["page", "batch"])
def test_what_is_no_page_is_no_error_however_many_there_are(pictures: int) -> None:
    with serving(site) as running:
        addresses = [f"{running.url}/picture/{number}" for number in range(pictures)]
        done = run(*addresses, *POLITE, *ALONE[: 2 * (pictures - 1)])
        broken = run(*addresses, f"{running.url}/gone", *POLITE, *ALONE)
    assert (done.exit_code, broken.exit_code) == (0, 1)
    assert f"0 records (0 with warnings), {pictures} without a record, 0 failed" in done.stderr
    assert f"0 records (0 with warnings), {pictures} without a record, 1 failed" in broken.stderr


def test_a_list_of_addresses_is_kept_and_read_again_byte_by_byte() -> None:
    with serving(site) as one, serving(site) as two:
        paths = ["/text/0", "/question/swelling", "/text/1", "/gone", "/wall", "/private", "/text/2"]
        addresses = [f"{running.url}{path}" for path in paths for running in (one, two)]
        Path("list.txt").write_text("# to read\n\n" + "\n".join(addresses), encoding="utf-8")
        live = run("--urls", "list.txt", "--follow-pages", "--format", "json,csv,jsonl", *POLITE, *ALONE)
    assert live.exit_code == 1
    found = records("output/list.json")
    assert [record["source"] for record in found] == [
        url for url in addresses if "/text/" in url or "/question/" in url
    ]
    for reason in ("http-404", "blocked", "robots-disallowed"):
        assert reason in live.stderr

    again = run("output/warc/extractor-00000.warc.gz", "-o", "again", "--format", "json,csv,jsonl", *ALONE)
    assert again.exit_code == 1
    expected = results("output", "list")
    assert set(expected) == {".json", ".csv", ".jsonl", ".errors.jsonl"}
    assert results("again", "extractor-00000") == expected

    offline = run(
        "--urls",
        "list.txt",
        "--follow-pages",
        "--offline",
        "-o",
        "off",
        "--warc",
        "output/warc",
        "--format",
        "json,csv,jsonl",
    )
    assert offline.exit_code == 1
    assert results("off", "list") == expected


def test_the_answers_on_all_pages_of_a_question_are_in_its_record() -> None:
    with serving(site) as running:
        done = run(f"{running.url}/question/swelling", "--follow-pages", "--spans", "-o", "-", *POLITE)
        pages = [path for path in running.paths() if path != "/robots.txt"]
    assert done.exit_code == 0, done.stderr
    assert pages == ["/question/swelling", "/question/swelling?page=2", "/question/swelling?page=3"]
    (record,) = json.loads(done.stdout)
    assert [answer["position"] for answer in record["answers"]] == [1, 2, 3, 4, 5, 6]
    assert record["declared_answer_count"] == 6
    assert [warning["code"] for warning in record["warnings"] if warning["code"] == "count-mismatch"] == []
    assert record["provenance"]["robots"] == ["noai"]
    assert [url.partition("?")[2] for url in record["provenance"]["next_pages"]] == ["page=2", "page=3"]
    for index, answer in enumerate(record["answers"]):
        pieces = [record["text"][start:end] for start, end in record["spans"][f"/answers/{index}/body"]]
        assert "".join("".join(pieces).split()) == "".join(answer["body"].split())


def test_pages_of_a_sitemap_and_a_second_run() -> None:
    with serving(site) as running:
        command = ("--sitemap", f"{running.url}/sitemap.xml", "--match", "/text/[0-2]", *POLITE, *ALONE, "-o", "out")
        assert run(*command).exit_code == 0
        first = outputs("out")
        assert len(records("out/records.json")) == 3
        assert run(*command, "--resume").exit_code == 0
        assert outputs("out") == first
        assert Counter(running.paths()) == Counter(
            {"/robots.txt": 1, "/sitemap.xml": 1, "/text/0": 1, "/text/1": 1, "/text/2": 1}
        )
    with Path("out/records.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["url"] for row in csv.DictReader(stream)} == {f"{running.url}/text/{number}" for number in range(3)}


@pytest.mark.parametrize("alone", [(), ALONE], ids=["page", "batch"])
def test_credentials_appear_nowhere(alone: tuple[str, ...]) -> None:
    with serving(site) as running:
        address = running.url.replace("http://", "http://me:secret@") + "/text/0"
        done = run(address, "--warc", "kept", *POLITE, *alone)
        assert "Authorization" in running.seen[-1].headers
    assert done.exit_code == 0
    assert Path("output", f"{file_stem(address)}.run.json").exists() == bool(alone)
    with Path("kept/extractor-00000.warc.gz").open("rb") as stream:
        parts = [part for record in ArchiveIterator(stream) for part in (record.rec_headers, record.http_headers)]
    written = [path.read_text("utf-8") for path in Path("output").iterdir() if path.is_file()]
    everything = "".join([*map(str, parts), *written, done.output])
    assert not any(secret in everything for secret in SECRETS)


def test_this_machine_is_not_asked_without_leave() -> None:
    with serving(site) as running:
        done = run(f"{running.url}/text/0")
        assert running.seen == []
    assert done.exit_code == 1
    assert "private-address" in done.stderr
    assert "--allow-private" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--urls", "many.txt"], "--contact"),
        (["--list", "http://127.0.0.1:9/"], "--match"),
        (["--offline", "http://127.0.0.1:9/"], "--warc"),
        (["--sitemap", "http://127.0.0.1:9/", "--match", "(", "--contact", "me"], "regular expression"),
        (["http://127.0.0.1:9/", "--contact", "mé"], "ASCII"),
    ],
)
def test_wrong_use_is_explained_before_anything_is_asked(arguments: list[str], message: str) -> None:
    Path("many.txt").write_text("\n".join(f"http://127.0.0.1:9/{number}" for number in range(6)), encoding="utf-8")
    done = run(*arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert not Path("output").exists()


def test_a_run_that_is_interrupted_goes_on() -> None:
    is_over = Event()

    def holding(request: Handler) -> None:
        """Answer the fifth page when the first run is over: it gets no further before."""
        if request.path == "/text/4":
            is_over.wait(PATIENCE)
        site(request)

    with serving(holding) as running:
        Path("list.txt").write_text("\n".join(f"{running.url}/text/{number}" for number in range(6)), encoding="utf-8")
        command = [sys.executable, "-m", "extractor", "--urls", "list.txt", "-j", "1", *POLITE]
        with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.DEVNULL, start_new_session=True) as process:
            try:
                wait_until(lambda: len(running.seen) >= 4 or process.poll() is not None)
            finally:
                process.kill()
        wait_until(lambda: not session(process.pid))
        assert 4 <= len(running.seen) < 7
        is_over.set()
        done = run("--urls", "list.txt", "--resume", *POLITE, *ALONE)
        twice = [path for path in set(running.paths()) if running.paths().count(path) > 1]
    assert done.exit_code == 0, done.stderr
    assert [record["url"] for record in records("output/list.json")] == [f"{running.url}/text/{n}" for n in range(6)]
    assert len([path for path in twice if path != "/robots.txt"]) <= 1


def test_an_interrupt_ends_a_run_soon() -> None:
    is_over = Event()

    def holding(request: Handler) -> None:
        """Give no second page while the run lasts, which does not wait for it."""
        if request.path == "/text/1":
            is_over.wait(PATIENCE)
        site(request)

    with serving(holding) as running:
        Path("list.txt").write_text("\n".join(f"{running.url}/text/{number}" for number in range(6)), encoding="utf-8")
        command = [sys.executable, "-m", "extractor", "--urls", "list.txt", "-j", "1", *POLITE]
        with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as process:
            try:
                wait_until(lambda: len(running.seen) >= 3 or process.poll() is not None)
                process.send_signal(signal.SIGINT)
                _, told = process.communicate(timeout=PATIENCE)
            finally:
                process.kill()
                is_over.set()
        assert running.paths() == ["/robots.txt", "/text/0", "/text/1"], "the rest is not asked for"
    assert shell_code(process) == 130
    assert "--resume" in told
    assert "Traceback" not in told
    assert not Path("output/list.json").exists()


def test_a_store_that_cannot_be_written_is_told_before_anything_is_asked() -> None:
    Path("file").write_text("", encoding="utf-8")
    with serving(site) as running:
        done = run(f"{running.url}/text/0", "--warc", "file", *POLITE)
        assert running.seen == []
    assert done.exit_code == 3
    assert "--warc" in done.stderr


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "protego", None)
    done = run("https://a.example/q")
    assert done.exit_code == 2
    assert "pip install 'qapages[web]'" in done.stderr


@pytest.mark.parametrize("url", ["http://", "http://[broken"])
def test_an_address_that_is_none_is_a_failure_like_others(url: str) -> None:
    result = run(url, "-o", "out")
    assert result.exit_code == 1
    assert f"{url}: bad-url: " in result.stderr
