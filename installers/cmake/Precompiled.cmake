# SPDX-License-Identifier: GPL-3.0-or-later
# Headers the compiler reads once for many files: reading them again was two thirds of the time of a small one. Off in the presets
# that hold the code itself to account (sanitizers, release), so a file that forgets an include is found there.
option(SENTINEL_PRECOMPILE "Read the common headers once" OFF)

set(SENTINEL_COMMON_HEADERS
    <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QPointer> <QRegularExpression>
    <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant>
    <algorithm> <chrono> <expected> <functional> <map> <memory> <optional> <ranges> <utility> <variant> <vector>)

# One set of precompiled headers for each way of compiling: GCC takes one only for the same options.
function(sentinel_define_precompiled flavour)
    cmake_parse_arguments(PARSE_ARGV 1 PCH "PIC" "" "LINKS;HEADERS")
    set(target sentinel_precompiled_${flavour})
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled/${flavour}.cpp.new "// What the precompiled headers of this flavour hang on.\n")
    file(COPY_FILE ${CMAKE_BINARY_DIR}/precompiled/${flavour}.cpp.new ${CMAKE_BINARY_DIR}/precompiled/${flavour}.cpp ONLY_IF_DIFFERENT)
    add_library(${target} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${flavour}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF POSITION_INDEPENDENT_CODE ${PCH_PIC})
    target_link_libraries(${target} PRIVATE ${PCH_LINKS} sentinel_flags)
    target_precompile_headers(${target} PRIVATE ${SENTINEL_COMMON_HEADERS} ${PCH_HEADERS})
endfunction()

function(sentinel_precompile target flavour)
    if(SENTINEL_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM sentinel_precompiled_${flavour})
    endif()
endfunction()

if(SENTINEL_PRECOMPILE)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # the compiler cache asks for it
    sentinel_define_precompiled(room PIC LINKS Qt6::Core QCoro6::Coro HEADERS ${PROJECT_SOURCE_DIR}/core/base/Async.h)
    sentinel_define_precompiled(program LINKS Qt6::Core QCoro6::Coro HEADERS ${PROJECT_SOURCE_DIR}/core/base/Async.h)
    # Qt defines these two for each folder of tests anew, which would keep the headers from being shared; nothing here asks for them.
    set(SENTINEL_TEST_OPTIONS -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
    sentinel_define_precompiled(test LINKS Qt6::Test QCoro6::Coro HEADERS <QtTest/QTest> <QSignalSpy> <QTemporaryDir> ${PROJECT_SOURCE_DIR}/core/base/Async.h)
    target_compile_options(sentinel_precompiled_test PRIVATE ${SENTINEL_TEST_OPTIONS})
endif()
