"""Texts that stand in place of a post that was taken away."""

import pytest

from extractor.vocabulary.deleted import is_deleted


@pytest.mark.parametrize(
    "text",
    [
        "[deleted]",
        "[removed by moderator]",
        "(post deleted by author)",
        "(post withdrawn by author, will be automatically deleted in 24 hours unless flagged)",
        "This post was deleted by Mod on 4 Mar 2020, 10:00.",
        "Comment removed by a moderator.",
        "Este mensaje ha sido eliminado por el autor.",
        "Este comentário foi removido.",
        "Dieser Beitrag wurde vom Moderator gelöscht.",
        "Ce message a été supprimé par son auteur.",
        "Questo messaggio è stato eliminato.",
        "Сообщение удалено модератором",
        "Ten post został usunięty przez moderatora.",
        "Dit bericht is door de auteur verwijderd.",
        "该回复已被作者删除",
    ],
)
def test_says_that_a_post_was_taken_away(text: str) -> None:
    assert is_deleted(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was removed.",
        "The mole was removed in March and has not come back.",
        "This answer is hidden in the leaflet: take it with food.\n\nAnd drink a glass of water.",
        "Mein Kommentar: Die Naht wurde nach zehn Tagen entfernt.",
        "Removed mine last year. No trouble since.",
    ],
)
def test_says_something(text: str) -> None:
    assert not is_deleted(text)
