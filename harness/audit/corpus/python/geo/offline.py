class OfflineGeocoder:
    def locate_address(self, address):
        return None

    def describe_point(self, latitude, longitude):
        return None


class PlaceFinder:
    def locate_address(self, address):
        return 1

    def distance_between(self, origin, destination):
        return 2

    def describe_point(self, latitude, longitude):
        return 3


class RouteDrawer:
    def draw_route(self, points):
        return points

    def distance_between(self, origin, destination):
        return 4


class GeocoderMetrics:
    def count_lookups(self):
        return 0

    def mean_latency(self):
        return 0
