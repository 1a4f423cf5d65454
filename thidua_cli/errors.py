"""The one exception that is meant for the user, and why the system refused a file, in Vietnamese."""

import errno

_WHY = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EROFS: "ổ đĩa hoặc thư mục này chỉ cho đọc",
    errno.ENOSPC: "ổ đĩa đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp trên ổ đĩa",
    errno.EFBIG: "tệp lớn quá mức hệ thống cho phép",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "trong đường dẫn có một tệp đứng ở chỗ của thư mục",
    errno.EEXIST: "trong đường dẫn có một tệp đứng ở chỗ của thư mục",
    errno.ENOTEMPTY: "đây là thư mục",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.ELOOP: "liên kết trỏ vòng quanh",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EBUSY: "tệp đang mở ở chương trình khác",
    errno.ETXTBSY: "tệp đang mở ở chương trình khác",
}


class ThiduaError(Exception):
    """A failure the user can act on, shown without a traceback.

    ``message`` and ``hint`` are Vietnamese sentences. Anything else that is raised is a bug of ours.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def why(error: OSError) -> str:
    """Return why the system refused: its own words are English."""
    return _WHY.get(error.errno or 0, "ổ đĩa hoặc đường dẫn có vấn đề")
