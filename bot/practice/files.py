"""The files that went through the practice Bot API."""

from dataclasses import dataclass, field

from bot.practice.refusals import Json, RefusedError, bad_request

#: What a bot may send and fetch, in bytes (https://core.telegram.org/bots/api#sending-files and #getfile).
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """One part of a multipart request."""

    name: str
    content: bytes
    mime_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file as Telegram keeps it. `path` is what getFile answers."""

    file_id: str
    path: str
    name: str
    content: bytes
    mime_type: str

    def json(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": f"u{self.file_id}", "file_size": len(self.content)}


@dataclass(slots=True)
class Shelf:
    """Files by id and by path."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)

    def put(self, upload: UploadedFile, folder: str) -> StoredFile:
        """Keep a file that somebody sent; the bot's own are checked first by `accept`."""
        number = len(self.by_id) + 1
        stored = StoredFile(f"file-{number}", f"{folder}/file_{number}", upload.name, upload.content, upload.mime_type)
        self.by_id[stored.file_id] = stored
        return stored

    def accept(self, upload: UploadedFile, folder: str, limit: int = UPLOAD_LIMIT) -> StoredFile:
        """Keep what the bot uploads. Refuses an empty file and one over `limit` bytes."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > limit:
            raise RefusedError(413, "Request Entity Too Large")
        return self.put(upload, folder)

    def get_file(self, file_id: str) -> Json:
        """getFile's result. Refuses an unknown id and a file too big for a bot to fetch."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return stored.json() | {"file_path": stored.path}

    def fetch(self, path: str) -> bytes:
        """The content behind a file_path. Refuses an unknown one with 404."""
        for stored in self.by_id.values():
            if stored.path == path:
                return stored.content
        raise RefusedError(404, "Not Found")
