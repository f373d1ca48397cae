# SPDX-License-Identifier: Apache-2.0
"""Brings the database to the schema of this image (`migrate`), or waits until it is there (`wait`).

Runs Alembic's steps itself instead of the image's env.py: that one wants a synchronous driver, which not every image has. Whichever of
asyncpg, psycopg2 and psycopg is installed is used. A lock in the database keeps two migrations apart. A database that is newer than this
image knows, as after a rollback, is left alone: Alembic could not even name the way back.

Variables: DATABASE_HOST, _PORT, _USER, _PASSWORD, _NAME (or DATABASE_URL with a password escaped for URLs), SCHEMA_ALEMBIC_CONFIG,
SCHEMA_NEWER (proceed or refuse), SCHEMA_WAIT_SECONDS, and SCHEMA_DATABASE_HOST, _PORT where the schema is reached another way. Exit 0: done; 1: failed or waited too long.
"""
import asyncio
import importlib.util
import os
import sys
import time

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import NullPool

LOCK = 7_310_001  # any number, the same in every version


def say(sentence):
    print(sentence, flush=True)


def leave_word(sentence):
    """The last word of the pod, kept with the finished Job."""
    say(sentence)
    try:
        with open("/dev/termination-log", "w", encoding="utf-8") as log:
            log.write(sentence)
    except OSError:
        pass


def driver():
    for name, needs in (("asyncpg", "greenlet"), ("psycopg2", None), ("psycopg", None)):
        if importlib.util.find_spec(name) and (needs is None or importlib.util.find_spec(needs)):
            return name
    sys.exit("The image has no PostgreSQL driver: asyncpg (with greenlet), psycopg2 or psycopg.")


def database_url(name):
    value = os.environ
    if value.get("DATABASE_PASSWORD") is not None:
        return URL.create(f"postgresql+{name}", value["DATABASE_USER"], value["DATABASE_PASSWORD"],
                          value.get("SCHEMA_DATABASE_HOST") or value["DATABASE_HOST"],
                          int(value.get("SCHEMA_DATABASE_PORT") or value["DATABASE_PORT"]), value["DATABASE_NAME"])
    return make_url(value["DATABASE_URL"]).set(drivername=f"postgresql+{name}")


def with_connections(work):
    """work(guard, connection): two connections, closed afterwards."""
    name = driver()
    if name != "asyncpg":
        engine = create_engine(database_url(name), poolclass=NullPool)
        with engine.connect() as guard, engine.connect() as connection:
            return work(guard, connection)

    from sqlalchemy.ext.asyncio import create_async_engine

    async def run():
        engine = create_async_engine(database_url(name), poolclass=NullPool)
        async with engine.connect() as guard, engine.connect() as connection:
            return await connection.run_sync(lambda inner: work(guard.sync_connection, inner))

    return asyncio.run(run())


def current_heads(connection):
    heads = set(MigrationContext.configure(connection).get_current_heads())
    connection.rollback()
    return heads


def unknown(script, heads):
    """Those of the revisions that this image has no step for."""
    missing = set()
    for head in heads:
        try:
            script.get_revision(head)
        except CommandError:
            missing.add(head)
    return missing


def names(revisions):
    return ", ".join(sorted(revisions)) or "empty"


def newer_is_fine(heads, missing):
    if os.environ.get("SCHEMA_NEWER", "proceed") == "refuse":
        leave_word(f"The database is at {names(heads)}; {names(missing)} is newer than this version knows. Refused, as "
                   "migration.newerSchema says. Install the version that brought it, or restore a backup.")
        return False
    leave_word(f"The database is at {names(heads)}, newer than this version knows. It is left as it is.")
    return True


def upgrade(config, script, connection):
    def steps(revision, _context):
        return script._upgrade_revs("head", revision)

    with EnvironmentContext(config, script, fn=steps, destination_rev="head") as environment:
        environment.configure(connection=connection, target_metadata=None)
        with environment.begin_transaction():
            environment.run_migrations()
    connection.commit()


def migrate(config, script):
    """None to be asked again (another one migrates, or the database is not there yet), else whether all is well."""
    wanted = set(script.get_heads())

    def work(guard, connection):
        # Tried, not waited for: a statement that waits holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for that in turn.
        mine = guard.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": LOCK}).scalar()
        guard.commit()  # the lock belongs to the session, not to the transaction
        if not mine:
            say("Another migration is under way.")
            return None
        heads = current_heads(connection)
        missing = unknown(script, heads)
        if missing:
            return newer_is_fine(heads, missing)
        if heads == wanted:
            leave_word(f"The database is at {names(heads)} already.")
            return True
        say(f"From {names(heads)} to {names(wanted)}.")
        upgrade(config, script, connection)
        heads = current_heads(connection)
        leave_word(f"The database is at {names(heads)}.")
        return heads == wanted

    return with_connections(work)


def is_there(script):
    """None to be asked again, else whether a pod of this version may start."""
    wanted = set(script.get_heads())

    def work(_guard, connection):
        heads = current_heads(connection)
        missing = unknown(script, heads)
        if missing:
            return newer_is_fine(heads, missing)
        if heads == wanted:
            say(f"The database is at {names(heads)}.")
            return True
        say(f"The database is at {names(heads)}; waiting for {names(wanted)}.")
        return None

    return with_connections(work)


def reachable():
    """Why the database cannot be talked to; empty when it can."""
    try:
        with_connections(lambda _guard, connection: connection.execute(text("SELECT 1")).scalar())
        return ""
    except Exception as error:  # drivers raise their own families; whichever it is, it may pass
        lines = str(error).splitlines() or [""]
        return f"{type(error).__name__}: {lines[0]}"


def main(arguments):
    if len(arguments) != 1 or arguments[0] not in ("migrate", "wait"):
        sys.exit("usage: schema.py migrate | wait")
    config = Config(os.environ.get("SCHEMA_ALEMBIC_CONFIG", "alembic.ini"))
    script = ScriptDirectory.from_config(config)
    seconds = int(os.environ.get("SCHEMA_WAIT_SECONDS", "900"))
    until = time.monotonic() + seconds
    while True:
        problem = reachable()
        if problem:
            say(f"The database does not answer yet: {problem}")
        else:
            done = migrate(config, script) if arguments[0] == "migrate" else is_there(script)
            if done is not None:
                return 0 if done else 1
        if time.monotonic() > until:
            leave_word(f"Gave up after {seconds} s. {problem or 'The migration of this version is not through; look at its Job.'}")
            return 1
        time.sleep(5)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
