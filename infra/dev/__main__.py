"""``python -m infra.dev <command>``: what the Makefile's targets call."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable

from infra.dev import console
from infra.dev.console import Problem
from infra.dev.layout import Local

#: Commands of `infra.dev.commands` that take a program's own arguments.
FORWARDED = {
    "test": "run all tests with coverage, or those that pytest's arguments choose",
    "fuzz": "send many random requests to every operation; EXAMPLES says how many each",
    "bench": "measure rates against references of the same run",
    "load": "drive a running server by a profile and judge its budgets; PROFILE says which",
    "tenants": "fill a database with N businesses and measure what they cost; N=0 deletes it",
    "openapi": "write openapi/ from the code",
    "clients": "generate clients/ from openapi/",
}


def _run(arguments: argparse.Namespace) -> int:
    from infra.dev.run import Options, run

    only = frozenset(name for name in (arguments.only or "").split(",") if name)
    return run(Local.at(arguments.local), Options(seed=not arguments.no_seed, only=only))


def _up(arguments: argparse.Namespace) -> int:
    from infra.dev.stack import Stack

    stack = Stack.up(Local.at(arguments.local), seed=not arguments.no_seed)
    console.say(json.dumps(stack.addresses | {"pid": stack.state.pid}, indent=2))
    return 0


def _down(arguments: argparse.Namespace) -> int:
    from infra.dev.stack import Stack

    stack = Stack.find(Local.at(arguments.local))
    if stack is None:
        console.say("Nothing runs there.")
        return 0
    with console.step("Everything stops"):
        stack.down()
    return 0


def _status(arguments: argparse.Namespace) -> int:
    from infra.dev.stack import Stack

    stack = Stack.find(Local.at(arguments.local))
    if stack is None:
        console.say("Nothing runs there.")
        return 1
    for name, process in stack.state.processes.items():
        console.say(f"{name:<10} {process.state:<9} pid {process.pid:<8} restarts {process.restarts}")
    for name, address in stack.addresses.items():
        console.say(f"{name:<10} {address}")
    return 0


def _services(arguments: argparse.Namespace) -> int:
    from infra.dev.secrets import development_secrets
    from infra.dev.services import Services, shared_services

    local = Local.at(arguments.local)
    if arguments.program:
        with shared_services(local) as environment:
            variables = {**os.environ, **development_secrets(local), **environment}
            variables["GUILDHALL_LOCAL_DIR"] = str(local.path)
            return subprocess.run(arguments.program, env=variables, check=False).returncode
    services = Services(local)
    # A closed terminal and a plain `kill` are a Ctrl-C too: else the servers would outlive us, and nobody knew of them.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        services.start()
        for name, value in {**development_secrets(local), **services.environment()}.items():
            if name != "PATH":
                console.say(f"export {name}='{value}'")
        console.say(console.styled("# Ctrl-C stops them.", "dim"))
        signal.pause()
    except KeyboardInterrupt:
        console.say()
    finally:
        services.stop()
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from infra.dev.check import check

    return check(only=arguments.step)


def _forward(name: str) -> Callable[[argparse.Namespace], int]:
    """A command that passes its arguments on."""

    def call(arguments: argparse.Namespace) -> int:
        from infra.dev import commands

        return int(getattr(commands, name)(arguments.arguments))

    return call


def _demo(arguments: argparse.Namespace) -> int:
    from infra.dev.commands import demo

    return demo(Local.at(arguments.local))


def parser() -> argparse.ArgumentParser:
    """The command line."""
    found = argparse.ArgumentParser(prog="python -m infra.dev", description="Guildhall's developer runtime.")
    commands = found.add_subparsers(required=True, metavar="command")

    def command(name: str, run: object, help: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        made.set_defaults(run=run)
        made.add_argument("--local", help="the folder of this installation's data (default: .local)")
        return made

    running = command("run", _run, "start everything in the foreground; Ctrl-C stops it")
    running.add_argument("--only", help="start only these processes, by name, with commas between")
    running.add_argument("--no-seed", action="store_true", help="do not make the demo businesses")
    up = command("up", _up, "start everything in the background on free ports; print its addresses as JSON")
    up.add_argument("--background", action="store_true", help="the only way there is; for readers of scripts")
    up.add_argument("--no-seed", action="store_true", help="do not make the demo businesses")
    command("down", _down, "stop what runs in this folder")
    command("status", _status, "say what runs in this folder")
    services = command("services", _services, "start PostgreSQL and Valkey alone, or around a program")
    services.add_argument("program", nargs="*", help="a program to run with the services in its environment")
    check = command("check", _check, "run the quality gates")
    check.add_argument("step", nargs="*", help="only these steps, by name")
    command("demo", _demo, "do the main job against the running server, narrated")
    for name, text in FORWARDED.items():
        command(name, _forward(name), text)
    return found


def main() -> int:
    """Parse, run, and tell problems as sentences."""
    # What follows the name of a forwarded command is not ours to understand: pytest's `-k`, say.
    given = sys.argv[1:]
    own = given[:1] if given and given[0] in FORWARDED else given
    arguments = parser().parse_args(own)
    arguments.arguments = given[1:]
    try:
        return int(arguments.run(arguments))
    except Problem as problem:
        console.complain(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
