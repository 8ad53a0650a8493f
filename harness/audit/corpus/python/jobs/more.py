from jobs.planner import JobPlanner


class NightlyJobPlanner:
    def plan_job(self, job, start_time):
        return 1

    def cancel_job(self, job_id):
        return 2

    def upcoming_jobs(self, horizon):
        return 3


class WorkCalendar:
    def __init__(self, timezone):
        self.days = timezone

    def plan_job(self, job, start_time):
        return self.days

    def reschedule_job(self, job_id, start_time):
        return self.days

    def upcoming_jobs(self, horizon):
        return self.days


class PlannerFront:
    def __init__(self, planner: JobPlanner):
        self.planner = planner

    def plan_job(self, job, start_time):
        return self.planner.plan_job(job, start_time)

    def cancel_job(self, job_id):
        return self.planner.cancel_job(job_id)


class JobPlannerFactory:
    def make(self, timezone):
        return JobPlanner(timezone, 1)


class HolidayTable:
    def is_holiday(self, day):
        return False

    def next_holiday(self, day):
        return day
