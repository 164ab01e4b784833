import pytest

from extractor.readers.html.posts import words


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Posted by Ann on Mon Nov 02, 2020 8:15 am", "Mon Nov 02, 2020 8:15 am"),
        ("Antwort am 3. März 2019 um 10:11", "3. März 2019 um 10:11"),
        ("#1 12 Mar 2019, 09:14", "12 Mar 2019, 09:14"),
        ("2019-03-12T09:14:00.173Z", "2019-03-12T09:14:00.173Z"),
        ("02.03.19", "02.03.19"),
        ("Yesterday at 10:22 PM", "Yesterday at 10:22 PM"),
        ("about 3 years ago", "about 3 years ago"),
        ("4楼 • 2 年前", "2 年前"),
        ("2018-12-6 15:51", "2018-12-6 15:51"),
        ("Mar 2, 2026 00:00:00 GMT", "Mar 2, 2026 00:00:00 GMT"),
        ("Reply #11 on: August 13, 2011, 07:07:11 PM", "August 13, 2011, 07:07:11 PM"),
        ("$29.00, il y a 2 jours", "il y a 2 jours"),
        ("发表于 2021年2月3日", "2021年2月3日"),
        ("提问于2021-02-03 09:14", "2021-02-03 09:14"),
        ("작성일2021.02.03.", "2021.02.03"),
        ("Wiebke vor 2 Jahren", "vor 2 Jahren"),
        ("3 hari lalu", "3 hari lalu"),
        ("2021/03/04(木) 10:20:05 匿名", "2021/03/04(木) 10:20:05"),
        ("Submitted by tarn on Tue, 05/11/2021 - 08:12", "Tue, 05/11/2021 - 08:12"),
        ("Donnerstag, 22. Januar 2024, 18:27", "Donnerstag, 22. Januar 2024, 18:27"),
        ("mercredi 22 janvier 2024 18:27", "mercredi 22 janvier 2024 18:27"),
        ("dovecote 22 Jan 2024, 18:27", "22 Jan 2024, 18:27"),
        ("Martin 22 Jan 2024, 18:27", "22 Jan 2024, 18:27"),
    ],
)
def test_a_moment_is_found_whole(text: str, moment: str) -> None:
    found = max(words.MOMENT.finditer(text), key=lambda match: len(match[0]))
    assert found[0] == moment


def test_dates_of_joining_are_known_by_the_words_before() -> None:
    assert words.JOINED.search("posts: 4 joined: ")
    assert words.JOINED.search("registriert: jun ")
    assert words.JOINED.search("reg. ")
    assert words.JOINED.search("发帖: 12 注册: ")
    assert not words.JOINED.search("am regler.\n")
    assert not words.JOINED.search("i joined the club, and then on monday of ")


@pytest.mark.parametrize(
    "address", ["/members/ann.7/", "/user12.html", "profile.php?id=4", "index.php?action=profile;u=3", "/@ann", "/~ann"]
)
def test_pages_of_people_have_addresses_of_their_own(address: str) -> None:
    assert words.PROFILE.search(address)


def test_threads_have_other_addresses() -> None:
    assert not words.PROFILE.search("/threads/user-experience-of-tablets.12")


@pytest.mark.parametrize("name", ["answer", "answer-box", "mq-answer", "advAnswer", "fiche-reponse", "vastaus"])
def test_a_class_that_begins_with_or_ends_in_a_word_for_an_answer_is_one(name: str) -> None:
    assert words.LONE_ANSWER.search(name)


@pytest.mark.parametrize("name", ["answers", "answer-list", "no-answer", "add-answer", "unanswered", "btn-reply"])
def test_a_class_of_several_answers_or_of_what_one_does_with_them_is_none(name: str) -> None:
    assert not words.LONE_ANSWER.search(name)


@pytest.mark.parametrize(
    ("name", "is_one"), [("post-review", True), ("ProductReview", True), ("signatureView", False), ("preview", False)]
)
def test_what_only_ends_so_is_no_review(name: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert words.has(words.REVIEW, name) == is_one


@pytest.mark.parametrize(
    ("name", "is_one"), [("quoted", True), ("msg-quote", True), ("zitat", True), ("unquoted", False)]
)
def test_a_quote_is_called_so_or_quoted(name: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert words.has(words.QUOTED, name) == is_one
