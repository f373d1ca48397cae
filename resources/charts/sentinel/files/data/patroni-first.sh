#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Run by Patroni once, on the first member of a new cluster, with a way to connect as its only argument: the user and the database of
# Sentinel. When it fails, Patroni takes the new cluster away again and says so.
set -eu
APP_PASSWORD=$(cat "${DATABASE_PASSWORD_FILE:?}")
export APP_PASSWORD
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 "$1" <<'SQL'
\getenv user DATABASE_USER
\getenv name DATABASE_NAME
\getenv password APP_PASSWORD
SET log_statement = 'none';
SET log_min_duration_statement = -1;
CREATE ROLE :"user" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"user";
SQL
