from .barrier import BarrierAttendant


class ParkingDesk:
    """Grew out of the night shift's script."""

    def __init__(self, lot, tariff):
        self.lot, self.tariff = lot, tariff

    def admit_vehicle(self, plate, lane):
        return [plate, lane]

    def release_vehicle(self, plate, paid_cents):
        return [plate, paid_cents]

    def quote_fee(self, plate, minutes):
        return minutes * 2


class GateMixin:
    def admit_vehicle(self, plate, lane):
        return plate

    def release_vehicle(self, plate, paid_cents):
        return plate


class NightBarrierAttendant(GateMixin):
    def free_places(self, level):
        return 0

    def print_slip(self, plate):
        return str(plate)


def weekend_gate(lot):
    class WeekendAttendant:
        def admit_vehicle(self, plate, lane):
            return lot

        def free_places(self, level):
            return level + 1

        def quote_fee(self, plate, minutes):
            return 0

    return WeekendAttendant()


class BarrierAttendantStub:
    def admit_vehicle(self, plate, lane):
        return None

    def release_vehicle(self, plate, paid_cents):
        return None


class BarrierJammed(RuntimeError):
    def release_vehicle(self):
        return None


class VehicleRegister:
    def add_vehicle(self, plate, owner):
        return owner

    def find_vehicle(self, plate):
        return plate


class Turnstile:
    """Lets people through, not cars."""

    def admit_visitor(self, badge, lane):
        return badge

    def count_visitors(self, lane):
        return lane


class ReceptionBarrier:
    """The old name, still imported by the kiosk."""

    def __init__(self, attendant: BarrierAttendant):
        self.attendant = attendant

    def admit_vehicle(self, plate, lane):
        return self.attendant.admit_vehicle(plate, lane)

    def release_vehicle(self, plate, paid_cents):
        return self.attendant.release_vehicle(plate, paid_cents)
