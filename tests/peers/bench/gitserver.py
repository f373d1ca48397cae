# SPDX-License-Identifier: GPL-3.0-or-later
"""A Git server: git http-backend behind nginx, over TLS, for those with a password only."""
import secrets
from urllib.parse import quote

from ground import answers, run
from places import system

NAME = "git"
PORT = 8444
USER = "sentinel"
BACKEND = "git-backend"
BACKEND_PORT = 9000  # on the namespace's own loopback


def url(ground):
    return f"https://{ground.address}:{PORT}"


def health(bench):
    return answers(f"{url(bench.ground)}/", bench.authority.certificate, code=401)


def start(bench):
    ground = bench.ground
    folder = ground.make_folder(NAME)
    password = ground.write(folder / "password", secrets.token_hex(16)).read_text()
    ground.write(folder / "users", f"{USER}:{run('openssl', 'passwd', '-apr1', '-stdin', given=password).strip()}\n")
    ground.make_folder(NAME, "repositories")
    certificate, key = bench.authority.server("git")
    backend = run(system("git"), "--exec-path").strip() + "/git-http-backend"
    config = ground.write(folder / "nginx.conf", CONFIG.format(
        folder=folder, address=ground.address, port=PORT, certificate=certificate, key=key, backend=backend, backend_port=BACKEND_PORT, temporary=ground.make_folder(NAME, "tmp")))
    # The back end has no health of its own; a request through the front says whether it is there.
    ground.start(BACKEND, [system("fcgiwrap"), "-c", "4", "-s", f"tcp:127.0.0.1:{BACKEND_PORT}"], lambda: True,
                 GIT_CONFIG_GLOBAL=str(ground.write(folder / "config", "[safe]\n\tdirectory = *\n[http]\n\treceivepack = true\n")))
    ground.start(NAME, [system("nginx"), "-c", config, "-e", ground.logs / "git-errors.log"], health(bench))
    bench.tell("git", url(ground))
    bench.tell("git credentials", ground.write(folder / "credentials", f"https://{USER}:{quote(password)}@{ground.address}:{PORT}\n"))
    bench.tell("authority", bench.authority.certificate)


def repository(ground, name):
    """Makes an empty one; its address."""
    run(system("git"), "init", "--quiet", "--bare", "--initial-branch=main", ground.path(NAME, "repositories", f"{name}.git"))
    return f"{url(ground)}/{name}.git"


def again(bench, before=()):
    for name, asked in ((BACKEND, lambda: True), (NAME, health(bench))):
        if not bench.ground.process(name).alive():
            bench.ground.again(name, asked, before=before)


CONFIG = """
daemon off;
user root;
worker_processes 1;
pid {folder}/nginx.pid;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {temporary}/body;
    fastcgi_temp_path {temporary}/fastcgi;
    proxy_temp_path {temporary}/proxy;
    scgi_temp_path {temporary}/scgi;
    uwsgi_temp_path {temporary}/uwsgi;
    server {{
        listen {address}:{port} ssl;
        ssl_certificate {certificate};
        ssl_certificate_key {key};
        auth_basic "git";
        auth_basic_user_file {folder}/users;
        client_max_body_size 0;
        location / {{
            fastcgi_pass 127.0.0.1:{backend_port};
            fastcgi_param SCRIPT_FILENAME {backend};
            fastcgi_param GIT_PROJECT_ROOT {folder}/repositories;
            fastcgi_param GIT_HTTP_EXPORT_ALL "";
            fastcgi_param PATH_INFO $uri;
            fastcgi_param QUERY_STRING $query_string;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
            fastcgi_param REMOTE_USER $remote_user;
            fastcgi_param REMOTE_ADDR $remote_addr;
            fastcgi_param HTTP_CONTENT_ENCODING $http_content_encoding;
            fastcgi_param HTTP_GIT_PROTOCOL $http_git_protocol;
            fastcgi_param GIT_CONFIG_GLOBAL {folder}/config;
        }}
    }}
}}
"""
