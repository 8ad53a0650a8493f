def alert_channel(settings):
    class AlertMailer:
        """Nested where nobody looks for it."""

        async def send_mail(self, recipient, subject, body):
            return None

        async def send_template(self, recipient, template, values):
            return None

    return AlertMailer()


class NewsletterMailSender:
    def __init__(self, host, port):
        self.host = host

    async def send_mail(self, recipient, subject, body):
        return subject

    async def send_bulk(self, recipients, subject, body):
        return recipients

    def verify_address(self, recipient):
        return "@" in recipient


class MailArchive:
    def store_mail(self, message):
        return message

    def find_mail(self, query):
        return query
