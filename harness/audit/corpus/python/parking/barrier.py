class BarrierAttendant:
    def __init__(self, lot, tariff):
        self.lot = lot
        self.tariff = tariff

    def admit_vehicle(self, plate, lane):
        return (plate, lane)

    def release_vehicle(self, plate, paid_cents):
        return paid_cents

    def free_places(self, level):
        return level

    def quote_fee(self, plate, minutes):
        return minutes
