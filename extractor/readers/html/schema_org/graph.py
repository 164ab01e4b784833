"""The nodes of schema.org data, and the ways to ask them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.readers.html.schema_org.blocks import Json


class Node:
    """A node of the data: its types and properties, without case and without the vocabulary's address."""

    def __init__(self, value: dict[str, Json]) -> None:
        self.properties: dict[str, list[Json]] = {}
        for key, held in value.items():
            self.properties.setdefault(_bare(key), []).extend(held if isinstance(held, list) else [held])
        self.types = frozenset(_bare(kind) for kind in self.properties.get("@type", ()) if isinstance(kind, str))
        self.id = next((held for held in self.properties.get("@id", ()) if isinstance(held, str)), None)

    @property
    def is_reference(self) -> bool:
        """Whether it only points to another node."""
        return self.id is not None and len(self.properties) == 1


class Graph:
    """All nodes of a page, and the ways to ask them."""

    def __init__(self, values: Sequence[Json]) -> None:
        self.nodes: list[Node] = []
        self._nodes_of: dict[int, Node] = {}
        self._by_id: dict[str, Node] = {}
        self._telling: dict[str, dict[int, list[Node]]] = {}
        for value in values:
            self._add(value)

    def children(self, node: Node, *names: str) -> Iterator[Node]:
        """The nodes that are values of the properties `names`, references followed."""
        for name in names:
            for value in node.properties.get(name, ()):
                if isinstance(value, dict):
                    child = self._nodes_of[id(value)]
                    yield self._by_id.get(child.id, child) if child.is_reference and child.id else child

    def told_by(self, node: Node, name: str) -> Sequence[Node]:
        """The nodes that say themselves, in the property `name`, that they belong to `node`."""
        if name not in self._telling:
            telling = self._telling[name] = defaultdict(list)
            for other in self.nodes:
                for outer in self.children(other, name):
                    telling[id(outer)].append(other)
        return self._telling[name].get(id(node), ())

    def text(self, node: Node, *names: str) -> str | None:
        """The first non-empty string among the properties `names`; of a node its name."""
        for name in names:
            for value in node.properties.get(name, ()):
                if isinstance(value, str) and value.strip():
                    return value.strip()
            for child in self.children(node, name):
                if found := self.text(child, "name", "@value"):
                    return found
        return None

    def _add(self, value: Json) -> None:
        if isinstance(value, list):
            for held in value:
                self._add(held)
        elif isinstance(value, dict):
            node = self._nodes_of[id(value)] = Node(value)
            self.nodes.append(node)
            if node.id and not node.is_reference:
                self._by_id.setdefault(node.id, node)
            for held in value.values():
                self._add(held)


@lru_cache(4096)
def _bare(name: str) -> str:
    """A name without the vocabulary's address or prefix, in lower case."""
    return (
        name.rstrip("/").rpartition("/")[2].rpartition("#")[2].rpartition(":")[2].lower() if name[:1] != "@" else name
    )
