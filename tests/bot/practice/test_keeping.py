"""Files the bot sends, saved."""

from pathlib import Path

import pytest

from bot.practice.keeping import save_file


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("export.json", "export.json"),
        ("../../etc/passwd", "passwd"),
        (".bashrc", "bashrc"),
        ("Ana\n\x1b[2J.csv", "Ana_2J.csv"),
        ("..", "file"),
        ("", "file"),
        ("Übersicht (2).vcf", "Übersicht (2).vcf"),
    ],
)
def test_a_file_stays_in_its_folder_under_a_harmless_name(tmp_path: Path, name: str, saved: str) -> None:
    path = save_file(tmp_path / "files", name, b"content")
    assert path == tmp_path / "files" / saved
    assert path.read_bytes() == b"content"


def test_another_content_gets_another_name_and_the_same_one_is_saved_once(tmp_path: Path) -> None:
    names = [save_file(tmp_path, "export.json", content).name for content in (b"1", b"2", b"1", b"2", b"3")]
    assert names == ["export.json", "export-2.json", "export.json", "export-2.json", "export-3.json"]
