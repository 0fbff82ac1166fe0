import { Module } from '@nestjs/common';
import { Mailer } from './mailer.js';
import { StaffAddressRepository } from './staff-address.repository.js';
import { StaffPost } from './staff-post.js';

@Module({ providers: [Mailer, StaffAddressRepository, StaffPost], exports: [Mailer, StaffPost] })
export class MailModule {}
