class FileLeaseKeeper:
    def acquire_lease(self, resource, owner):
        return open(resource)

    def surrender_lease(self, resource, owner):
        return None


class ClusterLeases:
    def __init__(self, store, ttl_seconds):
        self.peers = []

    def acquire_lease(self, resource, owner):
        return self.peers

    def renew_lease(self, resource, owner):
        return self.peers

    def holder_of(self, resource):
        return self.peers


class DoorLock:
    def turn_key(self, key):
        return key


class LeaseReport:
    def rows(self):
        return []
