class JobPlanner:
    def __init__(self, timezone, capacity):
        self.timezone = timezone

    def plan_job(self, job, start_time):
        return job

    def cancel_job(self, job_id):
        return job_id

    def upcoming_jobs(self, horizon):
        return []

    def reschedule_job(self, job_id, start_time):
        return job_id
