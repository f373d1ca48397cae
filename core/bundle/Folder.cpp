// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Folder.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#ifdef __linux__
#include <linux/openat2.h>
#include <sys/syscall.h>
#endif
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

constexpr int kMostDepth = 32;
constexpr qsizetype kMostEntries = 20'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

Error::Kind kindOf(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return Error::Kind::NotFound;
    case EACCES:
    case EPERM:
        return Error::Kind::Forbidden;
    case EEXIST:
    case ELOOP:
        return Error::Kind::Conflict;
    default:
        return Error::Kind::Unreachable;
    }
}

std::unexpected<Error> systemFailure(const QString &doing, const QString &path, int code)
{
    return failure(kindOf(code), doing, Text::tr("%1: %2.").arg(path, qt_error_string(code)), {.file = path});
}

/// Closes a descriptor at the end of a scope.
class Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Descriptor()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// Walks to the folder that holds `path`, part by part, refusing links; makes missing folders when `create`.
enum class Missing { Refuse, Create };
Descriptor parentOf(int root, const QByteArrayList &parts, Missing missing)
{
    Descriptor current(::fcntl(root, F_DUPFD_CLOEXEC, 0));
    for (qsizetype i = 0; i + 1 < parts.size() && current.get() >= 0; ++i) {
        if (missing == Missing::Create && ::mkdirat(current.get(), parts[i].constData(), 0777) != 0 && errno != EEXIST) {
            return Descriptor(-1);
        }
        current = Descriptor(::openat(current.get(), parts[i].constData(), kFolderFlags));
    }
    return current;
}

/// Opens `path` below `root` in one call of the kernel, which refuses links and ways out as the walk of parentOf does.
/// -1 and ENOSYS where there is no such call.
int openBelow([[maybe_unused]] int root, [[maybe_unused]] const QByteArray &path, [[maybe_unused]] int flags)
{
#ifdef SYS_openat2
    struct open_how how = {};
    how.flags = static_cast<__u64>(flags);
    how.mode = (flags & O_CREAT) != 0 ? 0666 : 0;
    how.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_BENEATH;
    return static_cast<int>(::syscall(SYS_openat2, root, path.constData(), &how, sizeof how));
#else
    errno = ENOSYS;
    return -1;
#endif
}

/// The same part by part, for kernels without it and for files whose folder is still to be made.
int openByWalking(int root, const QByteArray &path, int flags, Missing missing)
{
    const QByteArrayList parts = path.split('/');
    const Descriptor parent = parentOf(root, parts, missing);
    return parent.get() < 0 ? -1 : ::openat(parent.get(), parts.last().constData(), flags, 0666);
}

bool writeAll(int descriptor, const QByteArray &content)
{
    const char *data = content.constData();
    qsizetype left = content.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, data, static_cast<size_t>(left));
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        data += written;
        left -= written;
    }
    return true;
}

class Walk
{
public:
    Result<QList<Folder::Entry>> run(int root, const QString &name)
    {
        m_name = name;
        if (const Result<void> done = folder(Descriptor(::openat(root, ".", kFolderFlags)), {}, 0); !done) {
            return failure(done);
        }
        std::ranges::sort(m_entries, {}, &Folder::Entry::path);
        return std::move(m_entries);
    }

private:
    Result<void> folder(Descriptor descriptor, const QString &prefix, int depth)
    {
        const QString doing = Text::tr("reading the folder %1").arg(m_name);
        if (depth > kMostDepth || m_entries.size() > kMostEntries) {
            return failure(
                Error::Kind::Invalid, doing,
                Text::tr("%1 holds more folders or files than any bundle; look whether it is the folder that was meant.")
                    .arg(m_name),
                {.file = m_name});
        }
        DIR *stream = descriptor.get() < 0 ? nullptr : ::fdopendir(descriptor.get());
        if (!stream) {
            return systemFailure(doing, m_name + u'/' + prefix, errno);
        }
        const int directory = descriptor.release(); // closedir() closes it
        Result<void> result;
        while (result) {
            const dirent *item = ::readdir(stream);
            if (!item) {
                break;
            }
            result = one(directory, item->d_name, prefix, depth);
        }
        ::closedir(stream);
        return result;
    }

    Result<void> one(int directory, const char *name, const QString &prefix, int depth)
    {
        const QByteArrayView bytes(name);
        if (bytes == "." || bytes == ".." || (depth == 0 && bytes == ".git")) {
            return {};
        }
        struct stat status = {};
        if (::fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            return errno == ENOENT ? Result<void>() : systemFailure(Text::tr("reading the folder %1").arg(m_name), m_name, errno);
        }
        const QString path = prefix + QFile::decodeName(name);
        if (S_ISDIR(status.st_mode)) {
            return folder(Descriptor(::openat(directory, name, kFolderFlags)), path + u'/', depth + 1);
        }
        const Folder::Entry::Kind kind = S_ISREG(status.st_mode) ? Folder::Entry::Kind::File
            : S_ISLNK(status.st_mode)                            ? Folder::Entry::Kind::Link
                                                                 : Folder::Entry::Kind::Other;
        m_entries.append({.path = path, .kind = kind, .size = kind == Folder::Entry::Kind::File ? status.st_size : 0});
        return {};
    }

    QString m_name;
    QList<Folder::Entry> m_entries;
};

} // namespace

bool isInnerPath(QStringView path)
{
    if (path.isEmpty() || path.size() > 1000 || path.contains(u'\\')
        || std::ranges::any_of(path, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; })) {
        return false;
    }
    const auto parts = path.split(u'/');
    return std::ranges::none_of(parts, [](QStringView part) { return part.isEmpty() || part == u"." || part == u".."; });
}

Folder::Folder(QString path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{
}

Folder::Folder(Folder &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

Folder &Folder::operator=(Folder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Folder::~Folder()
{
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

Result<Folder> Folder::open(const QString &path)
{
    const QString doing = Text::tr("reading the folder %1").arg(path);
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        const int code = errno;
        if (code == ENOENT) {
            return failure(Error::Kind::NotFound, doing, Text::tr("The folder %1 does not exist.").arg(path), {.file = path});
        }
        if (code == ENOTDIR) {
            return failure(Error::Kind::Invalid, doing, Text::tr("%1 is a file, not the folder of a bundle.").arg(path),
                           {.file = path});
        }
        return systemFailure(doing, path, code);
    }
    return Folder(path, descriptor);
}

Result<QList<Folder::Entry>> Folder::entries() const
{
    return Walk().run(m_descriptor, m_path);
}

Result<QByteArray> Folder::content(const QString &path, qint64 most) const
{
    const QString doing = Text::tr("reading %1").arg(m_path + u'/' + path);
    const QByteArray name = QFile::encodeName(path);
    // Not blocking: an entry swapped for a pipe must not hang the reader.
    constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    Descriptor file(openBelow(m_descriptor, name, kFlags));
    if (file.get() < 0 && errno == ENOSYS) {
        file = Descriptor(openByWalking(m_descriptor, name, kFlags, Missing::Refuse));
    }
    struct stat status = {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) {
        return systemFailure(doing, m_path + u'/' + path, errno);
    }
    if (!S_ISREG(status.st_mode) || status.st_size > most) {
        return failure(Error::Kind::Invalid, doing,
                       Text::tr("%1 is no plain file of at most %2 bytes.").arg(m_path + u'/' + path).arg(most), {.file = path});
    }
    QByteArray content(status.st_size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < content.size()) {
        const ssize_t got = ::read(file.get(), content.data() + filled, static_cast<size_t>(content.size() - filled));
        if (got < 0 && errno != EINTR) {
            return systemFailure(doing, m_path + u'/' + path, errno);
        }
        if (got == 0) {
            break; // shortened meanwhile
        }
        filled += std::max<ssize_t>(got, 0);
    }
    content.truncate(filled);
    return content;
}

Result<void> Folder::create(const QString &path, const QByteArray &content) const
{
    const QString whole = m_path + u'/' + path;
    const QByteArray name = QFile::encodeName(path);
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    Descriptor file(openBelow(m_descriptor, name, kFlags));
    if (file.get() < 0 && (errno == ENOSYS || errno == ENOENT)) {
        file = Descriptor(openByWalking(m_descriptor, name, kFlags, Missing::Create));
    }
    if (file.get() < 0 || !writeAll(file.get(), content)) {
        return systemFailure(Text::tr("writing %1").arg(whole), whole, errno);
    }
    return {};
}

} // namespace sentinel::bundle
