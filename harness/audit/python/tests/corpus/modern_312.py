type Alias[T] = list[T]


class Box[T: (int, str) = int](Base[T], flag=True):
    def get[K, *Ts, **P](self, key: K) -> T | None:
        return f"{self.items["key"]!r} {f"{1 + 1:>{len("ab")}}"}"

    text = f'{'a' + '"' + "'" }' + f"{x:{'>'}10}"


def after(name: str = f"{"def not_me(): pass"}") -> str: return f'{
    name
}'


try:
    pass
except* ValueError as group:
    import grouped
