import functools


class MemoryArticleIndex:
    def add_article(self, article_id, text):
        return text

    def drop_article(self, article_id):
        return 1

    def search_articles(self, query, limit):
        return [query]


class FullTextSearch:
    def __init__(self, folder):
        self.folder = folder

    def add_article(self, article_id, text):
        return 1

    def search_articles(self, query, limit):
        return 2

    def rebuild_index(self):
        return 3


class ArticleIndexView:
    """Only shows."""

    def show_page(self, number):
        return number


class StubArticleIndex:
    def search_articles(self, query, limit):
        return []

    def add_article(self, article_id, text):
        return None


@functools.total_ordering
class Article:
    title = ""

    def __lt__(self, other):
        return True
