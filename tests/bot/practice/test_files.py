"""Files, up and down."""

import pytest

from bot.practice.bot_api import PracticeBotApi
from bot.practice.files import UploadedFile
from tests.bot.practice.calls import GRACE, call, meet_grace, refusal


@pytest.fixture
def api() -> PracticeBotApi:
    return meet_grace()


def test_wrong_files_are_refused(api: PracticeBotApi) -> None:
    big = {"document": UploadedFile("big.bin", b"x" * (50 * 1024 * 1024 + 1))}
    assert call(api, "sendDocument", files=big, chat_id=GRACE)["error_code"] == 413
    empty = {"document": UploadedFile("empty.txt", b"")}
    assert refusal(call(api, "sendDocument", files=empty, chat_id=GRACE)) == "file must be non-empty"
    assert refusal(call(api, "sendDocument", chat_id=GRACE)) == "there is no document in the request"
    assert refusal(call(api, "sendPhoto", chat_id=GRACE, photo="nope")) == "wrong file identifier/HTTP URL specified"
    small = {"document": UploadedFile("a.txt", b"a")}
    assert (
        refusal(call(api, "sendDocument", files=small, chat_id=GRACE, caption="x" * 1025))
        == "message caption is too long"
    )


def test_a_bot_fetches_files_up_to_20_megabytes(api: PracticeBotApi) -> None:
    grace = api.user(GRACE)
    small = grace.document("people.csv", b"Ana")["message"]["document"]["file_id"]
    path = call(api, "getFile", file_id=small)["result"]["file_path"]
    assert api.server.shelf.fetch(path) == b"Ana"
    big = grace.document("big.csv", b"x" * (20 * 1024 * 1024 + 1))["message"]["document"]["file_id"]
    assert refusal(call(api, "getFile", file_id=big)) == "file is too big"
    assert refusal(call(api, "getFile", file_id="nope")) == "invalid file_id"
