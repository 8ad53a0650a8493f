class ThumbnailMakerError(ValueError):
    def make_thumbnail(self, picture, width, height):
        return None


class PreviewGenerator:
    def __init__(self, quality):
        self.quality = quality

    def make_thumbnail(self, picture, width, height):
        return width

    def crop_square(self, picture):
        return 1


def outer():
    def inner():
        class LazyThumbnailMaker:
            def make_thumbnail(self, picture, width, height):
                return height

            def purge_thumbnails(self, picture_id):
                return picture_id

        return LazyThumbnailMaker

    return inner()


class Gallery:
    def list_pictures(self, album):
        return []

    def crop_title(self, title):
        return title
