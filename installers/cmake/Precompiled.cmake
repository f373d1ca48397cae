# SPDX-License-Identifier: GPL-3.0-or-later
# Headers the compiler reads once for many files: reading them again was two thirds of the time of a small one. Off in the presets
# that hold the code itself to account (sanitizers, release), so a file that forgets an include is found there.
option(SENTINEL_PRECOMPILE "Read the common headers once" OFF)

set(SENTINEL_COMMON_HEADERS
    <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QMap> <QPointer> <QRegularExpression>
    <QSet> <QString> <QStringList> <QTimer> <QUrl> <QVariant>
    <algorithm> <chrono> <expected> <functional> <map> <memory> <optional> <ranges> <utility> <variant> <vector>)

# One set of precompiled headers for each way of compiling: GCC takes one only for the same options, and for the same definitions of
# what its headers ask for. Qt Core asks for none of the definitions of other Qt libraries, so everything may share these.
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

# Gives them to every target below a folder that compiles C++ of ours. Last of all, when the targets are complete.
function(sentinel_precompile folder)
    if(NOT SENTINEL_PRECOMPILE)
        return()
    endif()
    get_property(subfolders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
    foreach(subfolder IN LISTS subfolders)
        sentinel_precompile(${subfolder})
    endforeach()
    get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        get_target_property(pic ${target} POSITION_INDEPENDENT_CODE)
        get_target_property(own ${target} SENTINEL_OWN_COMPILER)
        if(own OR NOT type MATCHES "^(STATIC_LIBRARY|SHARED_LIBRARY|EXECUTABLE)$" OR target MATCHES "_resources_|plugin|^sentinel_precompiled_")
            continue() # generated and small
        elseif(pic OR type STREQUAL "SHARED_LIBRARY")
            target_precompile_headers(${target} REUSE_FROM sentinel_precompiled_room)
        else()
            target_precompile_headers(${target} REUSE_FROM sentinel_precompiled_program)
        endif()
    endforeach()
endfunction()

if(SENTINEL_PRECOMPILE)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # the compiler cache asks for it
    sentinel_define_precompiled(room PIC LINKS Qt6::Core QCoro6::Coro HEADERS ${PROJECT_SOURCE_DIR}/core/base/Async.h)
    sentinel_define_precompiled(program LINKS Qt6::Core QCoro6::Coro HEADERS ${PROJECT_SOURCE_DIR}/core/base/Async.h)
endif()

# Qt's test library without the definitions its own target adds, the folders of each test: they keep what a checkout compiled from
# being of use to another, and nothing here asks for them.
function(sentinel_use_test_library target)
    target_include_directories(${target} SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
    target_compile_definitions(${target} PRIVATE QT_TESTLIB_LIB)
    target_link_libraries(${target} PRIVATE $<LINK_ONLY:Qt6::Test>)
endfunction()
