# SPDX-License-Identifier: Apache-2.0
"""Figures of Celery: queues, workers and tasks, for Prometheus, with nothing but what the workers' image has.

It listens to the workers' own events, which it switches on itself, so the workers' command stays as it is. Settings come from the environment:
BROKER_URL with PASSWORD where the password goes, BROKER_CREDENTIALS_FILE (the file that has it), BROKER_MASTER (name of the master, for
sentinel://), QUEUES, PORT and POLL_SECONDS."""
import http.server
import os
import pathlib
import signal
import sys
import threading
import time

import celery

STATES = {"task-received": "received", "task-started": "started", "task-succeeded": "succeeded", "task-failed": "failed", "task-retried": "retried",
          "task-rejected": "rejected", "task-revoked": "revoked"}
MOST_TASKS = 200  # names of tasks that get a figure of their own; the rest share one
PRIORITIES = ("", "\x06\x163", "\x06\x166", "\x06\x169")  # how Celery's Redis transport names the lists of one queue


class Figures:
    def __init__(self):
        self.lock = threading.Lock()
        self.tasks, self.seconds, self.names = {}, {}, {}
        self.queues, self.workers, self.processes, self.active = {}, 0, 0, 0
        self.events, self.received, self.polled, self.broker = 0, 0.0, 0.0, 0

    def name(self, event):
        """Only its arrival tells a task's name; later events have its id. Of the ids the newest are kept."""
        if event.get("name"):
            while len(self.names) >= 100_000:
                del self.names[next(iter(self.names))]
            self.names[event["uuid"]] = event["name"]
        known = self.names.get(event.get("uuid"), "unknown")
        seen = {task for task, _ in self.tasks}
        return known if known in seen or len(seen) < MOST_TASKS else "other"

    def event(self, event):
        state = STATES.get(event["type"])
        if state is None:
            return
        with self.lock:
            task = self.name(event)
            self.events += 1
            self.tasks[task, state] = self.tasks.get((task, state), 0) + 1
            if state == "received":
                self.received = time.time()
            if state == "succeeded" and event.get("runtime") is not None:
                total, count = self.seconds.get(task, (0.0, 0))
                self.seconds[task] = (total + event["runtime"], count + 1)
            if state in ("succeeded", "failed", "rejected", "revoked"):
                self.names.pop(event.get("uuid"), None)

    def text(self):
        def quoted(value):
            return str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")

        with self.lock:
            rows = [("broker_up", "gauge", "1 while the broker answers", {"": self.broker}),
                    ("workers", "gauge", "Workers that answer", {"": self.workers}),
                    ("worker_processes", "gauge", "Tasks they can run at a time", {"": self.processes}),
                    ("tasks_active", "gauge", "Tasks being worked on", {"": self.active}),
                    ("queue_length", "gauge", "Tasks that wait", {f'{{queue="{quoted(name)}"}}': length for name, length in self.queues.items()}),
                    ("events_total", "counter", "Events of tasks heard", {"": self.events}),
                    ("last_received_timestamp_seconds", "gauge", "When a worker last took a task in", {"": self.received}),
                    ("last_poll_timestamp_seconds", "gauge", "When queues and workers were last read", {"": self.polled}),
                    ("tasks_total", "counter", "Tasks by what became of them",
                     {f'{{task="{quoted(task)}",state="{state}"}}': count for (task, state), count in self.tasks.items()})]
            sums = {f'{{task="{quoted(task)}"}}': values for task, values in self.seconds.items()}
        made = []
        for name, kind, about, values in rows:
            made.append(f"# HELP sentinel_celery_{name} {about}.\n# TYPE sentinel_celery_{name} {kind}\n")
            made += [f"sentinel_celery_{name}{labels} {value}\n" for labels, value in values.items()]
        made.append("# HELP sentinel_celery_task_seconds Time tasks took.\n# TYPE sentinel_celery_task_seconds summary\n")
        for labels, (total, count) in sums.items():
            made += [f"sentinel_celery_task_seconds_sum{labels} {total}\n", f"sentinel_celery_task_seconds_count{labels} {count}\n"]
        return "".join(made)


def application():
    url = os.environ["BROKER_URL"]
    file = os.environ.get("BROKER_CREDENTIALS_FILE")
    password = pathlib.Path(file).read_text(encoding="utf-8").strip() if file else ""
    made = celery.Celery(broker=url.replace("PASSWORD", password))
    options = {"socket_timeout": 10, "socket_connect_timeout": 5, "socket_keepalive": True}
    if os.environ.get("BROKER_MASTER"):
        options |= {"master_name": os.environ["BROKER_MASTER"], "sentinel_kwargs": {"socket_timeout": 5}}
    made.conf.update(broker_transport_options=options, broker_connection_retry_on_startup=True, task_ignore_result=True, enable_utc=True)
    return made


def poll(app, figures, queues):
    with app.connection_for_read() as connection:
        connection.ensure_connection(max_retries=1)
        channel = connection.default_channel
        for queue in queues:
            length = sum(channel.client.llen(queue + priority) for priority in PRIORITIES)
            with figures.lock:
                figures.queues[queue] = length
    app.control.enable_events()
    workers = app.control.inspect(timeout=2)
    pools, active = workers.stats() or {}, workers.active() or {}
    with figures.lock:
        figures.broker, figures.polled = 1, time.time()
        figures.workers, figures.active = len(pools), sum(map(len, active.values()))
        figures.processes = sum(one.get("pool", {}).get("max-concurrency") or 0 for one in pools.values())


def keep_polling(app, figures, stop):
    queues = os.environ.get("QUEUES", "celery").split(",")
    pause = float(os.environ.get("POLL_SECONDS", "15"))
    while True:
        try:
            poll(app, figures, queues)
        except Exception as problem:  # whatever the broker or its client says: the next look may go well
            with figures.lock:
                figures.broker = figures.workers = figures.processes = figures.active = 0
            print(f"the broker does not answer: {type(problem).__name__}", file=sys.stderr, flush=True)
        if stop.wait(pause):
            return


def keep_listening(app, figures, stop):
    while not stop.is_set():
        try:
            with app.connection_for_read() as connection:
                receiver = app.events.Receiver(connection, handlers={"*": figures.event})
                receiver.capture(limit=None, timeout=None, wakeup=True)
        except Exception as problem:
            print(f"no events: {type(problem).__name__}", file=sys.stderr, flush=True)
            stop.wait(5)


def serve(figures, port):
    class Answers(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            ready = figures.polled > 0
            known = {"/metrics": (200, figures.text), "/live": (200, lambda: "yes\n"), "/ready": (200 if ready else 503, lambda: "yes\n" if ready else "no\n")}
            code, body = known.get(self.path, (404, lambda: ""))
            self.send_response(code)
            self.send_header("Content-Type", "text/plain; version=0.0.4")
            self.end_headers()
            self.wfile.write(body().encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("", port), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def main():
    figures, stop = Figures(), threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    app = application()
    serve(figures, int(os.environ.get("PORT", "9808")))
    for work in (keep_polling, keep_listening):
        threading.Thread(target=work, args=(app, figures, stop), daemon=True).start()
    stop.wait()


if __name__ == "__main__":
    main()
