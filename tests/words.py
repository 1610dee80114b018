"""The window's texts and their translations: `./dev words` brings the .ts files up to date.

Qt's own lupdate reads Python, but silently drops a plural whose number is more than a name
(`translate("text", "%n days late", None, behind.days)`) and takes the others for no plural. So the
texts are read from the syntax tree here, as they are asked for at run time.

Rules and services know no language: their sentences, and the reasons of an import, are read from
where they stand, so that they stand nowhere else, and so are the words of the shipped codes and of
the center's rules. Said by `console/ui/said.py`, all of them have one context; what the playbooks
advise has another.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import yaml

ROOT = Path(__file__).parent.parent
FILES = ROOT / "resources" / "translations"
MARKS = {"T", "QT_TRANSLATE_NOOP"}
SAID, ADVISED = "rules", "advice"
"""The contexts of what is not said by the window itself."""
COMMAND_LINE = re.compile(
    r"rules/(publication_check|script_check|finding)\b|services/(publication|transport|staffing|log_"
    r"|audit/|privacy/|guards|recovery|maintenance|worker/|demo/)"
)
"""What these say is read in a terminal, which is English."""
SENTENCE = re.compile(r"(?!SELECT|UPDATE|INSERT|DELETE|.*\(\?:)[A-Z“{][^\n\\]* [^\n\\]*[.?]”?")
CLAUSE = re.compile(
    r"(?:is|has|holds|names|cannot|ends|fits|belongs|runs|does|its|this|and the|more than) [^|\n]*"
)
"""Why an import left something out: fit to follow "this"."""
REMARK = re.compile(r"[A-Z][a-z]+(?:,? [a-z]+){2,}")
"""What it left empty or out."""
FEWEST_LETTERS = 6


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """What is asked for: `comment` tells apart what is alike, a `plural` has a number `%n`."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


@dataclass(slots=True)
class Found:
    """`texts` by their places, and the `places` whose text is none that could be read."""

    texts: dict[Text, str]
    unread: list[str]


@cache
def find(folder: Path = ROOT / "console" / "ui") -> Found:
    """Every text that the code asks a translation for."""
    found = Found({}, [])
    found.texts.update({Text(SAID, source): place for source, place in _told()})
    found.texts.update({Text(ADVISED, source): place for source, place in _advised()})
    for file in sorted([*folder.rglob("*.py"), *folder.parent.glob("*.py")]):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for context, call in _calls(tree, ""):
            text = _text(context, call)
            place = f"{file.relative_to(ROOT).as_posix()}:{call.lineno}"
            if text is None:
                found.unread.append(place)
            else:
                found.texts.setdefault(text, place)
    return found


def _told() -> Iterator[tuple[str, str]]:
    """What rules, services and the shipped codes say, with its place."""
    code = ROOT / "console"
    layers = (code.glob("rules/**/*.py"), code.glob("services/**/*.py"), [code / "errors.py"])
    for file in sorted(file for layer in layers for file in layer):
        name = file.relative_to(ROOT).as_posix()
        if COMMAND_LINE.search(name):
            continue
        imports = "services/imports/" in name or "table_guess" in name
        kinds = (SENTENCE, CLAUSE, REMARK) if imports else (SENTENCE,)
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield from ((title, name) for title in _titles(tree))
        for node in _strings(tree):
            form = _form(node)
            letters = sum(map(str.isalpha, form))
            if letters >= FEWEST_LETTERS and any(kind.fullmatch(form) for kind in kinds):
                yield form, f"{name}:{node.lineno}"
    shipped = ROOT / "resources"
    for file in (shipped / "codes" / "outcomes.yaml", shipped / "rules" / "center.yaml"):
        for word in _words_of_center(yaml.safe_load(file.read_text(encoding="utf-8"))):
            yield word, file.relative_to(ROOT).as_posix()


def _advised() -> Iterator[tuple[str, str]]:
    """What the shipped playbooks tell a rep to do, and why, with a number for each merge field."""
    for file in sorted((ROOT / "resources" / "playbooks").glob("*.yaml")):
        for step in yaml.safe_load(file.read_text(encoding="utf-8"))["next_steps"]:
            for words in (step["prompt"], step.get("why", "")):
                first, *rest = re.split(r"\{\{\w+\}\}", words)
                form = first + "".join(f"{{{n}}}{piece}" for n, piece in enumerate(rest))
                if form:
                    yield form, file.relative_to(ROOT).as_posix()


def _titles(tree: ast.AST) -> Iterator[str]:
    """Those of the errors."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "title":
                    yield ast.literal_eval(line.value)


def _words_of_center(body: dict[str, Any]) -> Iterator[str]:
    """The labels and reasons of codes, and what the rules tell a rep to do."""
    for key in ("groups", "goes_on_after_stop", "escalation"):
        yield from body.get(key, ())
    for code in body.get("codes", ()):
        yield from (code["label"], *code.get("reasons", ()))


def _strings(tree: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Every text in the code but docstrings."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str)
        ):
            yield node
        else:
            yield from _strings(node)


def _form(node: ast.Constant | ast.JoinedStr) -> str:
    """The text with a number in braces for each place, places side by side being one."""
    if isinstance(node, ast.Constant):
        text = re.sub(r"\{\w+\}", "{}", str(node.value))
    else:
        text = "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    first, *rest = re.split(r"(?:\{\})+", text)
    return first + "".join(f"{{{n}}}{piece}" for n, piece in enumerate(rest))


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call that asks for a text, with the class that it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _name(child.func) in {"tr", "translate", *MARKS}:
            yield context, child
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else context)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _text(context: str, call: ast.Call) -> Text | None:
    arguments = [arg.value if isinstance(arg, ast.Constant) else arg for arg in call.args]
    if _name(call.func) != "tr":
        context, *arguments = arguments
    source, comment, *number = [*arguments, ""] if len(arguments) == 1 else arguments
    if not (isinstance(context, str) and isinstance(source, str)):
        return None
    return Text(context, source, comment or "", bool(number))


def read(file: Path) -> dict[Text, tuple[str, ...]]:
    """The translations of a file: one, or the forms of a plural; empty while there is none."""
    known: dict[Text, tuple[str, ...]] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                plural,
            )
            forms = message.iter("numerusform" if plural else "translation")
            known[text] = tuple(form.text or "" for form in forms)
    return known


def write(file: Path, texts: dict[Text, tuple[str, ...]], language: str) -> None:
    """Qt Linguist's format, without places: lines move, and a text's history should not."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en_US")
    contexts: dict[str, ElementTree.Element] = {}
    for text in sorted(texts):
        if text.context not in contexts:
            contexts[text.context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[text.context], "name").text = text.context
        _add(contexts[text.context], text, texts[text])
    ElementTree.indent(root, " ")
    words = ElementTree.tostring(root, encoding="unicode", short_empty_elements=False)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(f"{head}{words}\n", encoding="utf-8", newline="\n")


def _add(context: ElementTree.Element, text: Text, forms: tuple[str, ...]) -> None:
    message = ElementTree.SubElement(context, "message")
    ElementTree.SubElement(message, "source").text = text.source
    if text.comment:
        ElementTree.SubElement(message, "comment").text = text.comment
    translation = ElementTree.SubElement(message, "translation")
    if not all(forms):
        translation.set("type", "unfinished")
    if text.plural:
        message.set("numerus", "yes")
        for form in forms:
            ElementTree.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0]


def main() -> int:
    """What is new is added without a translation, what nobody asks for any more goes."""
    found = find()
    for file in sorted(FILES.glob("console_*.ts")):
        known = read(file)
        texts = {text: known.get(text) or ("",) * (1 + text.plural) for text in found.texts}
        write(file, texts, file.stem.removeprefix("console_"))
        missing = [text for text, forms in texts.items() if not all(forms)]
        print(f"{file.name}: {len(texts)} texts, {len(missing)} to translate")
        for text in missing:
            print(f"  {found.texts[text]}: {text.source}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
