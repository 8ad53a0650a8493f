class ThumbnailMaker:
    def __init__(self, cache_folder, quality):
        self.quality = quality

    def make_thumbnail(self, picture, width, height):
        return picture

    def crop_square(self, picture):
        return picture

    def purge_thumbnails(self, picture_id):
        return 0
