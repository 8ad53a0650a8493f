"""Prints, for every path on standard input, what CPython's own parser says: one JSON line per file."""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")


def squeeze(source, node):
    text = ast.get_source_segment(source, node) or ""
    return "".join(text.split())


def imported(node):
    if isinstance(node, ast.Import):
        return [[node.lineno, a.name, "", a.asname or a.name.split(".")[0]] for a in node.names]
    module = "." * node.level + (node.module or "")
    return [
        [node.lineno, module, a.name, "" if a.name == "*" else a.asname or a.name]
        for a in node.names
    ]


def parameters(args):
    names = [[a.arg, "plain"] for a in args.posonlyargs + args.args]
    if args.vararg:
        names.append([args.vararg.arg, "rest"])
    names += [[a.arg, "keyword-only"] for a in args.kwonlyargs]
    if args.kwarg:
        names.append([args.kwarg.arg, "keywords"])
    return names


def facts(source):
    found = {"imports": [], "classes": [], "functions": []}

    def visit(node, outer):
        for child in ast.iter_child_nodes(node):
            inner = outer
            if isinstance(child, (ast.Import, ast.ImportFrom)):
                found["imports"] += imported(child)
            elif isinstance(child, ast.ClassDef):
                inner = outer + [child.name]
                found["classes"].append(
                    [".".join(inner), child.lineno, child.end_lineno, len(child.bases) + len(child.keywords),
                     len(child.decorator_list)]
                )
            elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = outer + [child.name]
                found["functions"].append(
                    [".".join(inner), child.lineno, child.end_lineno,
                     isinstance(child, ast.AsyncFunctionDef), parameters(child.args),
                     squeeze(source, child.returns) if child.returns else "",
                     len(child.decorator_list)]
                )
            visit(child, inner)

    visit(ast.parse(source), [])
    return found


sys.setrecursionlimit(20000)
for path in sys.stdin.read().splitlines():
    try:
        with open(path, "rb") as file:
            content = file.read()
        print(json.dumps({"path": path, **facts(content.decode("utf-8-sig"))}))
    except (SyntaxError, ValueError, UnicodeDecodeError, RecursionError) as error:
        print(json.dumps({"path": path, "rejected": type(error).__name__}))
