from abc import ABC, abstractmethod


class AbstractGeocoder(ABC):
    @abstractmethod
    def locate_address(self, address): ...

    @abstractmethod
    def describe_point(self, latitude, longitude): ...


class Geocoder(AbstractGeocoder):
    def __init__(self, region):
        self.region = region

    def locate_address(self, address):
        return (0, 0)

    def describe_point(self, latitude, longitude):
        return ""

    def distance_between(self, origin, destination):
        return 0.0
