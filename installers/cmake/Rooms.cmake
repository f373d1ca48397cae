# SPDX-License-Identifier: GPL-3.0-or-later
# One target a room, with its allowed edges as link targets: the table of core/README.md, as CMake sees it.

# Warnings and definitions every target of ours carries.
add_library(sentinel_flags INTERFACE)
target_compile_options(sentinel_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wunused
    -Wno-missing-field-initializers # designated initialisers leave the rest at its default on purpose
    $<$<BOOL:${SENTINEL_WARNINGS_AS_ERRORS}>:-Werror>)
target_compile_definitions(sentinel_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CONTEXTLESS_CONNECT QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_DISABLE_DEPRECATED_UP_TO=0x060800 SENTINEL_VERSION="${PROJECT_VERSION}")
target_include_directories(sentinel_flags INTERFACE ${PROJECT_SOURCE_DIR})

# sentinel_add_room(NAME SOURCES … [USES other rooms…] [LIBRARIES third parties…])
function(sentinel_add_room name)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;USES;LIBRARIES")
    set(target sentinel_core_${name})
    add_library(${target} STATIC ${ROOM_SOURCES})
    # A room also becomes part of modules the console loads when their page is first opened; the rehearsal cluster never does: it is
    # a process of its own.
    if(NOT name STREQUAL "sandbox")
        set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    endif()
    target_link_libraries(${target} PUBLIC Qt6::Core sentinel_flags PRIVATE ${ROOM_LIBRARIES})
    foreach(other IN LISTS ROOM_USES)
        target_link_libraries(${target} PUBLIC sentinel_core_${other})
    endforeach()
    set_property(GLOBAL APPEND PROPERTY SENTINEL_ROOMS ${name})
endfunction()

# sentinel_add_test(NAME SOURCES … LABELS … [LINKS …]): one Qt Test program, also a ctest entry of that name.
function(sentinel_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 TEST "" "" "SOURCES;LABELS;LINKS")
    add_executable(${name} ${TEST_SOURCES})
    sentinel_use_test_library(${name})
    target_link_libraries(${name} PRIVATE Qt6::Core sentinel_flags ${TEST_LINKS})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}" ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8")
endfunction()

# sentinel_test_knows_places(FILE…): those may use SENTINEL_SOURCE_DIR and SENTINEL_BINARY_DIR. Asked for by name, because a path among
# its options keeps what a checkout compiled from being of use to another.
function(sentinel_test_knows_places)
    set_source_files_properties(${ARGN} PROPERTIES COMPILE_DEFINITIONS
        "SENTINEL_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";SENTINEL_BINARY_DIR=\"${PROJECT_BINARY_DIR}\"")
endfunction()

include(installers/cmake/Precompiled.cmake)
